package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** The key ring of a local database, in a file beside it that only its owner may read. */
final class KeyFile {

  private static final int KEY_BYTES = 32;

  private KeyFile() {}

  /**
   * Reads the keys; at the very first start makes one.
   *
   * <p>Keys are there before the database is. So a database without keys has lost them, and a new
   * key would hide that for good: it is refused.
   */
  static Secret open(LocalFile database, SecureRandom random) {
    boolean used = Files.exists(database.data()); // asked first: another node may be starting
    Path file = database.keys();
    if (used && !Files.exists(file)) {
      throw new InvalidSettingException(
          "keys",
          "are missing: " + file + " is gone, and the database is not",
          "put the file back, or give its keys");
    }
    return readOrMake(file, () -> key(random));
  }

  private static String key(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return "local-1:" + Base64.getEncoder().encodeToString(key);
  }

  /** What a file holds; at the first call of all processes it is made. */
  static Secret readOrMake(Path file, Supplier<String> made) {
    synchronized (KeyFile.class) { // a file lock holds between processes, not between threads
      try {
        Files.createDirectories(file.getParent());
        return Secret.of(lockedText(file, made));
      } catch (IOException e) {
        throw new InvalidSettingException(
            "keys", "cannot be read or made in " + file, "make the folder writable");
      }
    }
  }

  /** The keys in a file that must be there. */
  static Secret read(Path file) {
    try {
      return Secret.of(Files.readString(file).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidSettingException(
          "keys",
          "must be a file that can be read: " + file,
          "make one that holds NAME:KEY, the key made by openssl rand -base64 32");
    }
  }

  private static String lockedText(Path file, Supplier<String> made) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownerOnly());
        FileLock lock = channel.lock()) {
      String text = lock.isValid() ? text(channel) : "";
      if (!text.isEmpty()) {
        return text;
      }
      String fresh = made.get();
      ByteBuffer bytes = ByteBuffer.wrap(fresh.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return fresh;
    }
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until all of it is read
    }
    return new String(bytes.array(), StandardCharsets.UTF_8).strip();
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
