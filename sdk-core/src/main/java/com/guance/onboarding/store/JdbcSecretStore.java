package com.guance.onboarding.store;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.Sealer;
import com.guance.onboarding.spi.SecretStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps secrets in the tables of a {@link JdbcStore}, sealed, shared by all nodes. What is sealed
 * opens only under its own name.
 */
public final class JdbcSecretStore implements SecretStore {

  private final Database database;
  private final Sql sql;
  private final Sealer sealer;

  JdbcSecretStore(Database database, Sql sql, Sealer sealer) {
    this.database = database;
    this.sql = sql;
    this.sealer = Objects.requireNonNull(sealer, "sealer");
  }

  /**
   * Opens a store whose tables are there, as {@link JdbcStore#open(DataSource)} does; where a
   * {@link JdbcStore} is open, {@link JdbcStore#secrets} is shorter.
   *
   * @param source where connections come from; never closed here
   * @param settings the tables' prefix and the time for a statement
   * @param sealer seals and opens
   * @return the store
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached, or if its
   *     tables are missing or of a format that this version does not know
   */
  public static JdbcSecretStore open(DataSource source, JdbcSettings settings, Sealer sealer) {
    JdbcTables tables = JdbcTables.open(source, settings);
    return new JdbcSecretStore(tables.database(), tables.sql(), sealer);
  }

  @Override
  public void put(String name, Secret secret) {
    CommitRules.key("secret's name", name);
    String text = sealer.seal(secret.reveal(), context(name));
    database.<Boolean>write(
        "put secret",
        (session, duplicates) -> {
          Object key = session.key(name);
          boolean stored =
              session.update(sql.replaceSecret, text, key) == 1
                  || session.update(sql.addSecret, text, key) == 1;
          return stored ? Database.Result.keep(true) : Optional.empty();
        });
  }

  @Override
  public Optional<Secret> get(String name) {
    return database
        .read(
            "get secret",
            session -> session.one(sql.secret, rows -> rows.getString(1), session.key(name)))
        .map(row -> Secret.of(sealer.open(row, context(name))));
  }

  @Override
  public void forget(String name) {
    database.<Integer>write(
        "forget secret",
        (session, duplicates) ->
            Database.Result.keep(session.update(sql.removeSecret, session.key(name))));
  }

  /**
   * Seals every secret again, under the key that is current now; afterwards no secret needs another
   * key. Repeatable, and safe while others read and write.
   *
   * @return how many secrets there are
   * @throws com.guance.onboarding.error.StoreException if a secret cannot be opened; those before
   *     it are done, and it stays as it was
   */
  public int reseal() {
    List<Row> rows =
        database.read(
            "reseal",
            session ->
                session.list(sql.secrets, row -> new Row(session.key(row, 1), row.getString(2))));
    for (Row row : rows) {
      String context = context(row.name());
      String renewed = sealer.seal(sealer.open(row.text(), context), context);
      // One that somebody has replaced in the meantime is under the current key already.
      database.<Integer>write(
          "reseal",
          (session, duplicates) ->
              Database.Result.keep(
                  session.update(sql.resealSecret, renewed, session.key(row.name()), row.text())));
    }
    return rows.size();
  }

  private record Row(String name, String text) {}

  private static String context(String name) {
    return "secret:" + name;
  }
}
