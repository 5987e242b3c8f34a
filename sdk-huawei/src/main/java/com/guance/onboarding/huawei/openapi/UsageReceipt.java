package com.guance.onboarding.huawei.openapi;

import java.util.List;

/**
 * What became of a usage push. KooGallery checks records later; those that it finds wrong are
 * listed in the seller console.
 *
 * @param records how many records were taken over, duplicates counted once
 * @param batches how many requests it took
 * @param rejected records that KooGallery already named as wrong; usually none
 */
public record UsageReceipt(int records, int batches, List<RejectedUsage> rejected) {

  /**
   * Copies the list.
   *
   * @param records how many records were taken over
   * @param batches how many requests it took
   * @param rejected records that KooGallery already named as wrong
   */
  public UsageReceipt {
    rejected = List.copyOf(rejected);
  }

  /**
   * A record that KooGallery did not like.
   *
   * @param sequenceNumber which record
   * @param code why, such as {@code 94060002}; empty if it does not say
   */
  public record RejectedUsage(String sequenceNumber, String code) {}
}
