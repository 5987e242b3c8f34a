package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.huawei.callback.ProductionEvent.Renewal;
import com.guance.onboarding.huawei.callback.ProductionEvent.Scene;
import com.guance.onboarding.huawei.callback.ProductionEvent.Status;
import com.guance.onboarding.huawei.callback.ProductionEvent.TargetProduct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types the activities of the production interface (contracts/koogallery.md §1). */
final class ProductionDecoder {

  private static final int MOST_INSTANCES = 100;
  private static final int LONGEST_SCENE = 64;
  private static final int LONGEST_NUMBER = 64;

  private ProductionDecoder() {}

  static CallbackEvent decode(FieldReader fields) {
    String activity = fields.needed(WireField.ACTIVITY);
    boolean test = fields.test();
    return switch (activity) {
      case "newInstance" ->
          new ProductionEvent.NewInstance(
              fields.order(), fields.needed(WireField.BUSINESS_ID), test);
      case "queryInstance" -> new ProductionEvent.QueryInstance(instances(fields), test);
      case "refreshInstance" ->
          new ProductionEvent.RefreshInstance(
              fields.instance(), fields.order(), renewal(fields), test);
      case "updateInstanceStatus" ->
          new ProductionEvent.UpdateInstanceStatus(fields.instance(), status(fields), test);
      case "releaseInstance" ->
          new ProductionEvent.ReleaseInstance(fields.instance(), fields.orderIfAny(), test);
      case "upgradeInstance" ->
          new ProductionEvent.UpgradeInstance(fields.instance(), fields.order(), test);
      case "changeInstanceCheck" ->
          new ProductionEvent.ChangeInstanceCheck(fields.instance(), target(fields), test);
      case "orderNotify" -> new ProductionEvent.OrderNotify(fields.order(), test);
      default -> new UnknownActivity(activity, test);
    };
  }

  private static List<InstanceId> instances(FieldReader fields) {
    List<InstanceId> instances = new ArrayList<>(4);
    for (String id : fields.needed(WireField.INSTANCE_ID).split(",", -1)) {
      if (!id.isBlank()) {
        instances.add(new InstanceId(id.strip()));
      }
    }
    if (instances.isEmpty() || instances.size() > MOST_INSTANCES) {
      throw new InvalidInputException("instanceId", "must name 1 to 100 instances");
    }
    return instances;
  }

  private static Renewal renewal(FieldReader fields) {
    String scene = fields.needed(WireField.SCENE);
    if (scene.length() > LONGEST_SCENE) {
      throw new InvalidInputException("scene", "must have at most 64 characters");
    }
    return new Renewal(
        FieldReader.enumOf(Scene.class, scene, Scene.UNKNOWN),
        scene,
        fields.text(WireField.PRODUCT_ID),
        WireTime.read(fields.needed(WireField.EXPIRE_TIME), WireTime.UTC)
            .orElseThrow(() -> new InvalidInputException("expireTime", "must be a time")));
  }

  private static Status status(FieldReader fields) {
    return FieldReader.enumOf(Status.class, fields.needed(WireField.STATUS), Status.UNKNOWN);
  }

  /** Nested as the page has it, or flat as its example suggests. */
  private static TargetProduct target(FieldReader fields) {
    WireObject product = fields.body().product().orElse(fields.body());
    return new TargetProduct(
        product.text(WireField.PRODUCT_ID),
        product.text(WireField.SKU_CODE),
        product.text(WireField.LINEAR_VALUE).flatMap(ProductionDecoder::number));
  }

  /** A number that cannot be read is left out, and so is one that no specification can have. */
  private static Optional<Double> number(String text) {
    try {
      return Optional.of(text)
          .filter(digits -> digits.length() <= LONGEST_NUMBER)
          .map(digits -> new BigDecimal(digits).doubleValue())
          .filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
