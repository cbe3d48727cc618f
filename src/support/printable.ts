/**
 * Text that may come from a guest or a host, made harmless for terminals and logs: control characters, escape
 * sequences, bidirectional overrides and broken surrogates are written out. Line breaks become `\n`.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (character) => {
      const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
      return named[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
    });

/** Shortens a text for one line. */
export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;

/**
 * JSON that is as harmless on a terminal as {@link printable} text and reads as the same value: what a terminal would
 * act on is escaped.
 */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
