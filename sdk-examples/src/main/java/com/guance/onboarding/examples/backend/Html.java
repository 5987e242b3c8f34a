package com.guance.onboarding.examples.backend;

/** Writes HTML; whatever is not markup of ours is escaped, without exception. */
final class Html {

  private final StringBuilder out = new StringBuilder(1024);

  /** A page with a title, so far. */
  static Html page(String title) {
    Html html = new Html();
    return html.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .text(title)
        .raw("</title><link rel=\"stylesheet\" href=\"/style.css\"></head><body><h1>")
        .text(title)
        .raw("</h1>");
  }

  /** Markup; only constants may be given. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Anything else; safe between tags and inside quoted attributes. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /** An attribute with its value. */
  Html attribute(String name, String value) {
    return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
  }

  /** An element that holds nothing but text. */
  Html element(String name, String text) {
    return raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
  }

  @Override
  public String toString() {
    return out + "</body></html>";
  }
}
