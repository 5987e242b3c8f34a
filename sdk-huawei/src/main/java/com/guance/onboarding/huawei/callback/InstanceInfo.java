package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import java.util.List;

/**
 * What queryInstance is answered about one instance.
 *
 * @param instance the instance
 * @param access how it is reached
 * @param usage what it has used
 */
record InstanceInfo(InstanceId instance, AccessData access, List<UsageReading> usage) {}
