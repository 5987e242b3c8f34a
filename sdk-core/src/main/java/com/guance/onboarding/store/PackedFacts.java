package com.guance.onboarding.store;

import com.guance.onboarding.spi.FactRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length + 256 * facts.size());
    out.writeBytes(packed);
    for (FactRow fact : facts) {
      write(out, fact.key());
      write(out, fact.body());
    }
    return out.toByteArray();
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
