package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.TaskKind;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTextTest {

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNKNOWN", "ENTER_CODE", "SET_PASSWORD"})
  void of_everyKind_saysItInChineseAndInEnglish(TaskKind kind) {
    TaskText text = TaskText.of(kind);

    assertThat(text.zh()).containsPattern(CHINESE).doesNotContain(kind.name());
    assertThat(text.en()).doesNotContainPattern(CHINESE).doesNotContain(kind.name());
    assertThat(text.en()).hasSizeGreaterThan(kind.name().length());
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_WORKSPACE", "REGISTER_GUANCE_ACCOUNT"})
  void of_whatFixesTheLanguage_saysSo(TaskKind kind) {
    assertThat(TaskText.of(kind).en()).contains("The language cannot be changed later.");
    assertThat(TaskText.of(kind).zh()).contains("语言创建后不能修改");
  }

  @Test
  void of_aKindThatALaterVersionMakes_namesTheKind() {
    assertThat(TaskText.of(TaskKind.UNKNOWN).en()).isEqualTo("UNKNOWN");
  }
}
