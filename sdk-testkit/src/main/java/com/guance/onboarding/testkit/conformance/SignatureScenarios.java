package com.guance.onboarding.testkit.conformance;

import static com.guance.onboarding.testkit.conformance.Section.SIGNATURE;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The signature of the production interface, right and wrong. */
final class SignatureScenarios {

  private static final String SIGN = Channel.PRODUCTION.signature();

  private SignatureScenarios() {}

  static List<Scenario> all() {
    return List.of(
        good(
            "signature-upper-case",
            "大写十六进制签名应被接受",
            "an upper-case signature is accepted",
            on -> on),
        good(
            "signature-lower-case",
            "小写十六进制签名应被接受",
            "a lower-case signature is accepted",
            on -> on.changed(SIGN, text -> text.toLowerCase(Locale.ROOT))),
        Scenario.of(
            "signature-raw-body",
            SIGNATURE,
            "对原始请求体(含空格、未排序)的签名应被接受",
            "a signature over the raw body, with blanks and unsorted, is accepted",
            to -> to.send(to.production(to.probe().spread())).created()),
        Scenario.of(
            "signature-sorted-body",
            SIGNATURE,
            "请求体未排序时,对排序紧凑形式的签名应被接受",
            "a signature over the sorted compact form of an unsorted body is accepted",
            SignatureScenarios::sortedForm),
        Scenario.of(
            "signature-sorts-top-level-only",
            SIGNATURE,
            "排序仅限顶层,嵌套对象保持原顺序",
            "only the top level is sorted, nested objects keep their order",
            SignatureScenarios::nestedOrder),
        bad(
            "signature-missing",
            "缺少签名应被拒绝",
            "a request without signature is refused",
            on -> on.without(SIGN)),
        bad(
            "signature-empty",
            "空签名应被拒绝",
            "an empty signature is refused",
            on -> on.changed(SIGN, text -> "")),
        bad(
            "signature-wrong",
            "错误签名应被拒绝",
            "a signature with one digit changed is refused",
            on -> on.changed(SIGN, SignatureScenarios::lastDigitChanged)),
        bad(
            "signature-cut",
            "被截断的签名应被拒绝",
            "a signature that is cut short is refused",
            on -> on.changed(SIGN, text -> text.substring(0, 32))),
        bad(
            "signature-too-long",
            "过长的签名应被拒绝",
            "a signature with more digits is refused",
            on -> on.changed(SIGN, text -> text + "00")),
        bad(
            "signature-no-digits",
            "非十六进制签名应被拒绝",
            "a signature that is not hex is refused",
            on -> on.changed(SIGN, text -> "Z".repeat(text.length()))),
        Scenario.of(
            "signature-base64",
            SIGNATURE,
            "Base64 编码的签名应被拒绝",
            "the signature in Base64 is refused",
            SignatureScenarios::base64),
        Scenario.of(
            "signature-wrong-key",
            SIGNATURE,
            "用其他密钥签名应被拒绝",
            "a signature with another key is refused",
            to ->
                to.send(probe(to).signedBy(Endpoint.another(to.settings().productionKey())))
                    .refused()),
        Scenario.of(
            "signature-sync-key",
            SIGNATURE,
            "用同步接口密钥签名应被拒绝",
            "a signature with the key of the synchronization interface is refused",
            to -> to.send(probe(to).signedBy(to.settings().syncKey())).refused()),
        Scenario.of(
            "signature-sync-rule",
            SIGNATURE,
            "按同步接口规则计算的签名应被拒绝",
            "a signature by the rule of the synchronization interface is refused",
            SignatureScenarios::syncRule),
        Scenario.of(
            "signature-other-body",
            SIGNATURE,
            "签名后请求体被修改应被拒绝",
            "a body that was changed after signing is refused",
            to -> to.send(probe(to).sending(to.probe().bytes())).refused()),
        Scenario.of(
            "signature-empty-body",
            SIGNATURE,
            "签名后请求体被清空应被拒绝",
            "a body that was emptied after signing is refused",
            to -> to.send(probe(to).sending(new byte[0])).refused()),
        bad(
            "nonce-missing",
            "缺少 nonce 应被拒绝",
            "a request without nonce is refused",
            on -> on.without("nonce")),
        bad(
            "nonce-changed",
            "签名后 nonce 被修改应被拒绝",
            "a nonce that was changed after signing is refused",
            on -> on.changed("nonce", text -> text + "a")),
        bad(
            "nonce-empty",
            "空 nonce 应被拒绝",
            "an empty nonce is refused",
            on -> on.signedWithNonce("")),
        bad(
            "parameter-twice-signature",
            "重复的 signature 参数应被拒绝",
            "a second signature parameter is refused",
            on -> on.twice(SIGN, "0".repeat(64))),
        bad(
            "parameter-twice-timestamp",
            "重复的 timestamp 参数应被拒绝",
            "a second timestamp parameter is refused",
            on -> on.twice("timestamp", "1700000000000")),
        bad(
            "parameter-twice-nonce",
            "重复的 nonce 参数应被拒绝",
            "a second nonce parameter is refused",
            on -> on.twice("nonce", "another")));
  }

  private static Scenario good(String name, String zh, String en, UnaryOperator<Request> change) {
    return Scenario.of(name, SIGNATURE, zh, en, to -> to.send(change.apply(probe(to))).created());
  }

  private static Scenario bad(String name, String zh, String en, UnaryOperator<Request> change) {
    return Scenario.of(name, SIGNATURE, zh, en, to -> to.send(change.apply(probe(to))).refused());
  }

  static Request probe(Endpoint to) {
    return to.production(to.probe());
  }

  private static String lastDigitChanged(String text) {
    char last = text.charAt(text.length() - 1);
    return text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0');
  }

  private static void sortedForm(Endpoint to) {
    Body body = to.probe();
    to.send(to.production(body.spread()).signedOver(body.bytes())).created();
  }

  private static void nestedOrder(Endpoint to) {
    String instance = to.instance();
    byte[] sent =
        Signer.utf8(
            "{\"productInfo\":{\"skuCode\":\"sku-2\",\"productId\":\"OFFI1\",\"linearValue\":5.5},"
                + "\"testFlag\":\"1\",\"instanceId\":\""
                + instance
                + "\","
                + "\"activity\":\"changeInstanceCheck\"}");
    byte[] signed =
        Signer.utf8(
            "{\"activity\":\"changeInstanceCheck\",\"instanceId\":\""
                + instance
                + "\","
                + "\"productInfo\":{\"skuCode\":\"sku-2\",\"productId\":\"OFFI1\","
                + "\"linearValue\":5.5},\"testFlag\":\"1\"}");
    to.send(to.production(sent).signedOver(signed)).understood();
  }

  private static void base64(Endpoint to) {
    Request request = probe(to);
    byte[] digits = Signer.hmac(to.settings().productionKey(), request.body());
    to.send(request.signedAs(Base64.getEncoder().encodeToString(digits))).refused();
  }

  private static void syncRule(Endpoint to) {
    Request request = probe(to);
    String signature =
        Channel.SYNC.sign(
            to.settings().productionKey(), request.nonce(), request.timestamp(), request.body());
    to.send(request.signedAs(signature)).refused();
  }
}
