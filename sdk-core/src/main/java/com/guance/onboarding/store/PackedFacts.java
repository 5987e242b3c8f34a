package com.guance.onboarding.store;

import com.guance.onboarding.spi.FactRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts of one onboarding in one array: a fact costs little more than its text, where objects
 * would cost a hundred bytes more each. Every text is preceded by its length, seven bits a byte.
 */
final class PackedFacts {

  static final byte[] NONE = {};

  private PackedFacts() {}

  static byte[] append(byte[] packed, List<FactRow> facts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 * facts.size());
    for (FactRow fact : facts) {
      write(out, fact.key());
      write(out, fact.body());
    }
    byte[] all = Arrays.copyOf(packed, packed.length + out.size());
    System.arraycopy(out.toByteArray(), 0, all, packed.length, out.size());
    return all;
  }

  static List<FactRow> unpack(byte[] packed) {
    List<FactRow> facts = new ArrayList<>();
    Cursor cursor = new Cursor(packed);
    while (cursor.more()) {
      facts.add(new FactRow(cursor.text(), cursor.text()));
    }
    return facts;
  }

  static Set<String> keys(byte[] packed) {
    Set<String> keys = new HashSet<>();
    Cursor cursor = new Cursor(packed);
    while (cursor.more()) {
      keys.add(cursor.text());
      cursor.skip();
    }
    return keys;
  }

  static boolean contains(byte[] packed, String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    Cursor cursor = new Cursor(packed);
    while (cursor.more()) {
      if (cursor.is(wanted)) {
        return true;
      }
      cursor.skip();
    }
    return false;
  }

  private static void write(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int rest = bytes.length;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    out.writeBytes(bytes);
  }

  private static final class Cursor {
    private final byte[] packed;
    private int at;

    Cursor(byte[] packed) {
      this.packed = packed;
    }

    boolean more() {
      return at < packed.length;
    }

    String text() {
      int length = length();
      at += length;
      return new String(packed, at - length, length, StandardCharsets.UTF_8);
    }

    /** Whether the next text is this one; goes past it. */
    boolean is(byte[] wanted) {
      int length = length();
      int start = at;
      at += length;
      return Arrays.equals(packed, start, at, wanted, 0, wanted.length);
    }

    void skip() {
      int length = length();
      at += length;
    }

    private int length() {
      int length = 0;
      for (int shift = 0; ; shift += 7) {
        int b = packed[at++];
        length |= (b & 0x7f) << shift;
        if (b >= 0) {
          return length;
        }
      }
    }
  }
}
