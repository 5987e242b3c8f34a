package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.VerificationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All e-mails and short messages that were sent; every code is one e-mail. */
public final class Mailbox {

  private final World world;

  Mailbox(World world) {
    this.world = world;
  }

  /**
   * The newest code that was sent to an address.
   *
   * @param address the e-mail address
   * @return the code, empty when none was sent
   */
  public Optional<Secret> code(String address) {
    return to(address).reduce((older, newer) -> newer).map(Mail::code);
  }

  /**
   * The code of one sending.
   *
   * @param verification the id of the code
   * @return the code, empty when it was not sent by this emulator
   */
  public Optional<Secret> code(VerificationId verification) {
    return mails().stream()
        .filter(mail -> mail.verification().equals(verification))
        .findFirst()
        .map(Mail::code);
  }

  private Stream<Mail> to(String address) {
    return mails().stream().filter(mail -> mail.to().equalsIgnoreCase(address));
  }

  /** {@return all e-mails, the oldest first} */
  public List<Mail> mails() {
    return world.act(Origin.PERSON, () -> List.copyOf(world.tables().mail));
  }

  /** {@return all short messages, the oldest first} */
  public List<Sms> messages() {
    return world.act(Origin.PERSON, () -> List.copyOf(world.tables().sms));
  }
}
