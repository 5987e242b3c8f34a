package com.guance.onboarding.store;

import com.guance.onboarding.spi.FactRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts of one onboarding, in one array for each commit: a fact costs little more than its
 * text, where objects would cost a hundred bytes more each, and what is there is not copied for
 * what comes. Every text is preceded by its length, seven bits a byte.
 */
final class PackedFacts {

  static final byte[][] NONE = {};

  private PackedFacts() {}

  static byte[][] append(byte[][] packed, List<FactRow> facts) {
    List<byte[]> texts = new ArrayList<>(2 * facts.size());
    int size = 0;
    for (FactRow fact : facts) {
      size += add(texts, fact.key()) + add(texts, fact.body());
    }
    byte[] added = new byte[size];
    int at = 0;
    for (byte[] text : texts) {
      at = write(added, at, text);
    }
    byte[][] all = Arrays.copyOf(packed, packed.length + 1);
    all[packed.length] = added;
    return all;
  }

  /** Adds a text and tells how much room it takes with its length. */
  private static int add(List<byte[]> texts, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    texts.add(bytes);
    int room = 1 + bytes.length;
    for (int rest = bytes.length; rest > 0x7f; rest >>>= 7) {
      room++;
    }
    return room;
  }

  static List<FactRow> unpack(byte[][] packed) {
    List<FactRow> facts = new ArrayList<>();
    for (byte[] part : packed) {
      Cursor cursor = new Cursor(part);
      while (cursor.more()) {
        facts.add(new FactRow(cursor.text(), cursor.text()));
      }
    }
    return facts;
  }

  static Set<String> keys(byte[][] packed) {
    Set<String> keys = new HashSet<>();
    for (byte[] part : packed) {
      Cursor cursor = new Cursor(part);
      while (cursor.more()) {
        keys.add(cursor.text());
        cursor.skip();
      }
    }
    return keys;
  }

  static boolean contains(byte[][] packed, String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    for (byte[] part : packed) {
      Cursor cursor = new Cursor(part);
      while (cursor.more()) {
        if (cursor.is(wanted)) {
          return true;
        }
        cursor.skip();
      }
    }
    return false;
  }

  /** Writes a text with its length; returns where the next goes. */
  private static int write(byte[] all, int start, byte[] text) {
    int at = start;
    int rest = text.length;
    while (rest > 0x7f) {
      all[at++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    all[at++] = (byte) rest;
    System.arraycopy(text, 0, all, at, text.length);
    return at + text.length;
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
