package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a backend runs.
 *
 * @param listen where it listens, and who may see its pages
 * @param keys what KooGallery shares with the partner
 * @param world what is around it
 * @param work what it does with an order
 */
public record BackendSettings(Listen listen, Keys keys, World world, Work work) {

  /**
   * The least that is needed; everything else has the default of the command line, but nothing is
   * kept.
   *
   * @param emulator the address of the emulator
   * @param keys what KooGallery shares with the partner
   * @return settings for a free port of the loopback address and a store in memory
   */
  public static BackendSettings of(URI emulator, Keys keys) {
    return new BackendSettings(
        new Listen(Optional.empty(), 0, Optional.empty()),
        keys,
        new World(emulator, Store.of(Store.MEMORY), "node-1"),
        new Work(Hands.BILLING_GATEWAY, false, Map.of(), Optional.empty(), Optional.empty()));
  }

  /**
   * The same with other places to listen at.
   *
   * @param other where it listens
   * @return the settings
   */
  public BackendSettings with(Listen other) {
    return new BackendSettings(other, keys, world, work);
  }

  /**
   * The same with other things around it.
   *
   * @param other what is around it
   * @return the settings
   */
  public BackendSettings with(World other) {
    return new BackendSettings(listen, keys, other, work);
  }

  /**
   * The same with other work.
   *
   * @param other what it does with an order
   * @return the settings
   */
  public BackendSettings with(Work other) {
    return new BackendSettings(listen, keys, world, other);
  }

  /**
   * Where the backend listens, and who may see its pages.
   *
   * @param host the address; the loopback address unless given
   * @param port the port; 0 takes a free one
   * @param operatorToken what the pages ask for; required with a host
   */
  public record Listen(Optional<String> host, int port, Optional<Secret> operatorToken) {

    /**
     * Refuses pages for everybody.
     *
     * @param host the address
     * @param port the port
     * @param operatorToken what the pages ask for
     */
    public Listen {
      if (host.isPresent() && operatorToken.isEmpty()) {
        throw new InvalidSettingException(
            "operator-token",
            "is needed with --host: the pages show customers",
            "give --operator-token, or leave --host out");
      }
    }
  }

  /**
   * What KooGallery shares with the partner.
   *
   * @param production the access keys of the production interface
   * @param sync the access keys of the synchronization interface
   * @param privateKeys the private keys, as PEM, that open client secrets
   */
  public record Keys(List<Secret> production, List<Secret> sync, List<Secret> privateKeys) {

    /**
     * Copies the lists.
     *
     * @param production the access keys of the production interface
     * @param sync the access keys of the synchronization interface
     * @param privateKeys the private keys
     */
    public Keys {
      production = List.copyOf(production);
      sync = List.copyOf(sync);
      privateKeys = List.copyOf(privateKeys);
    }

    /**
     * One key for each interface.
     *
     * @param production the key of the production interface
     * @param sync the key of the synchronization interface
     * @return the keys
     */
    public static Keys of(String production, String sync) {
      return new Keys(List.of(Secret.of(production)), List.of(Secret.of(sync)), List.of());
    }
  }

  /**
   * What is around the backend.
   *
   * @param emulator the address of the emulator
   * @param gatewayToken the bearer token of its gateways, where it asks for one
   * @param store where it keeps onboardings
   * @param node the name of this process, unique among those on one store; shown by its health page
   */
  public record World(URI emulator, Optional<Secret> gatewayToken, Store store, String node) {

    /**
     * An emulator that asks for no token.
     *
     * @param emulator the address of the emulator
     * @param store where it keeps onboardings
     * @param node the name of this process
     */
    public World(URI emulator, Store store, String node) {
      this(emulator, Optional.empty(), store, node);
    }
  }

  /**
   * Where the backend keeps onboardings.
   *
   * @param url {@code memory}, or the JDBC URL of a database that several nodes may share
   * @param login who the backend is there; as the URL says unless given
   * @param keys the key ring that personal data and secrets are sealed under, as {@code
   *     KeyRing.parse} reads it; for a local H2 file one is made beside it unless given
   */
  public record Store(String url, Optional<Login> login, Optional<Secret> keys) {

    /** Everything is gone with the process. */
    public static final String MEMORY = "memory";

    /**
     * A file under the working directory, which several processes of this machine may share. H2
     * writes no trace beside it, because that would quote rows.
     */
    public static final String LOCAL =
        "jdbc:h2:file:./data/onboarding;AUTO_SERVER=TRUE;TRACE_LEVEL_FILE=0";

    /**
     * A store that needs no login and no keys but those that it makes.
     *
     * @param url {@code memory}, or a JDBC URL
     * @return the store
     */
    public static Store of(String url) {
      return new Store(url, Optional.empty(), Optional.empty());
    }

    /**
     * Reads a key ring from a file.
     *
     * @param file the file
     * @return the key ring
     * @throws InvalidSettingException if it cannot be read
     */
    public static Secret keys(Path file) {
      return KeyFile.read(file);
    }

    boolean inMemory() {
      return url.equals(MEMORY);
    }

    /** Returns where it is, without what may be secret in its address. */
    @Override
    public String toString() {
      return LocalFile.of(url)
          .map(file -> "H2 file " + file.data())
          .orElseGet(() -> url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//"));
    }
  }

  /**
   * Who the backend is for its database.
   *
   * @param user the name
   * @param password the password, if there is one
   */
  public record Login(String user, Optional<Secret> password) {}

  /**
   * What the backend does with an order.
   *
   * @param hands who does the steps of the two sides without a public API
   * @param runTestOrders whether KooGallery's debugging orders are onboarded too
   * @param known what is known of every buyer, so that nobody is asked for it
   * @param app the application that members sign in to; learned from callbacks unless given
   * @param dataKept how long Guance keeps the data of a locked workspace, zero where it locks
   *     nothing; as its page says unless given
   */
  public record Work(
      Hands hands,
      boolean runTestOrders,
      Map<Field, String> known,
      Optional<AppId> app,
      Optional<Duration> dataKept) {

    /**
     * Copies what is known.
     *
     * @param hands who does the steps
     * @param runTestOrders whether debugging orders are onboarded too
     * @param known what is known of every buyer
     * @param app the application
     * @param dataKept how long the data of a locked workspace is kept
     */
    public Work {
      known = Map.copyOf(known);
    }
  }
}
