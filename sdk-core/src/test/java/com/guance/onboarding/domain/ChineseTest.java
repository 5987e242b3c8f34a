package com.guance.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseTest {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  static Set<String> clauses() {
    Set<String> clauses = new TreeSet<>(ChineseClauses.CLAUSES.keySet());
    for (Field field : Field.values()) {
      clauses.add(field.rule());
    }
    return clauses;
  }

  static Set<String> all() {
    Set<String> all = clauses();
    all.addAll(ChineseWords.SENTENCES.keySet());
    return all;
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void clause_ofAField_beginsWithAVerbSoThatItFollowsTheName(String clause) {
    assertThat(clause).matches("(must|is|has|was|does|belongs|settles)\\b.*");
  }

  @ParameterizedTest
  @MethodSource("all")
  void of_anySentenceOfOurs_isChineseWithTheSameNames(String english) {
    String named = english.replace("{}", "NAME-1");

    String chinese = Chinese.of(named).orElseThrow();

    assertThat(english).doesNotContainPattern(HAN);
    assertThat(chinese).containsPattern(HAN).doesNotContain("{}");
    assertThat(chinese.split("NAME-1", -1)).hasSameSizeAs(named.split("NAME-1", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "Give another value for billing.userName., 请为「费用中心用户名」换一个值。",
    "'Give another value for workspace.id, or another workspace.choice.',"
        + " 请为「工作空间 ID」换一个值，或改选「工作空间方式」。",
    "send the code to bind the billing account did not get through, 发送绑定费用中心账号的验证码未能完成",
    "read order ended with IllegalStateException, 查询订单异常终止：IllegalStateException",
    "comparing MEMBER was refused, 比对 MEMBER 被拒绝",
    "'read order did not get through to joint-operations: body is a web page, not JSON',"
        + " 查询订单未能完成：joint-operations 没有给出应答（应答是网页而不是 JSON）",
    "read order did not get through to joint-operations: it answered with status 503,"
        + " 查询订单未能完成：joint-operations 的应答状态码为 503",
  })
  void problem_ofOurs_saysItInChineseWithWhatItIsAbout(String english, String chinese) {
    Problem problem =
        new Problem(
            "C", new Problem.What(Optional.empty(), english), Problem.Mender.BUYER, english);

    assertThat(problem.ruleZh()).isEqualTo(chinese);
    assertThat(problem.remedyZh()).isEqualTo(chinese);
  }

  @Test
  void of_ruleAndRemedyInOneSentence_saysBoth() {
    assertThat(
            Chinese.of(
                "the API key belongs to another workspace. Give the Key ID of an API key of the"
                    + " workspace wksp_1."))
        .contains("该 API Key 属于其他工作空间。请填写工作空间 wksp_1 的 API Key 的 Key ID。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "must not be a reserved word",
        "Call us. is taken",
        "名称不合法",
        "is taken. Call us"
      })
  void of_aVendorsOwnWords_isLeftToThem(String words) {
    assertThat(Chinese.of(words)).isEmpty();
    assertThat(new Problem.What(Optional.empty(), words).ruleZh()).isEqualTo(words);
  }
}
