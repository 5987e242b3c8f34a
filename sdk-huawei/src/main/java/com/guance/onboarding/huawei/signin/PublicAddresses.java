package com.guance.onboarding.huawei.signin;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Tells addresses of the internet from those of the own network, of this machine, and of nobody.
 * Asked about every address that a tenant's domain leads to.
 */
final class PublicAddresses {

  /** Everything in IPv4 that is not the internet: address and length of the prefix. */
  private static final int[][] NOT_PUBLIC = {
    {ip(0, 0, 0, 0), 8},
    {ip(10, 0, 0, 0), 8},
    {ip(100, 64, 0, 0), 10},
    {ip(127, 0, 0, 0), 8},
    {ip(169, 254, 0, 0), 16},
    {ip(172, 16, 0, 0), 12},
    {ip(192, 0, 0, 0), 24},
    {ip(192, 0, 2, 0), 24},
    {ip(192, 88, 99, 0), 24},
    {ip(192, 168, 0, 0), 16},
    {ip(198, 18, 0, 0), 15},
    {ip(198, 51, 100, 0), 24},
    {ip(203, 0, 113, 0), 24},
    {ip(224, 0, 0, 0), 4},
    {ip(240, 0, 0, 0), 4},
  };

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes, int from) {
    int value = new BigInteger(Arrays.copyOfRange(bytes, from, from + 4)).intValue();
    for (int[] range : NOT_PUBLIC) {
      if ((value ^ range[0]) >>> (32 - range[1]) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Global unicast only; and where an IPv4 address is wrapped, that one must be public too. */
  private static boolean isPublic6(byte[] bytes) {
    int first = word(bytes, 0);
    int second = word(bytes, 2);
    if (first == 0x64 && second == 0xff9b) {
      return allZero(bytes, 4, 12) && isPublic4(bytes, 12);
    }
    if (first == 0x2002) {
      return isPublic4(bytes, 2);
    }
    boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
    boolean documentation = first == 0x3fff && second < 0x1000;
    return first >>> 13 == 1 && !special && !documentation;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private static boolean allZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static int ip(int a, int b, int c, int d) {
    return a << 24 | b << 16 | c << 8 | d;
  }
}
