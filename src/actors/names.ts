// A name as written → the key it is looked up under, so that "U.S.", "Erdoğan" and "Al-Qaeda" meet "US", "Erdogan" and "al Qaeda".

const LETTERS: Readonly<Record<string, string>> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  Ø: "O",
  Ł: "L",
  Đ: "D",
  Æ: "AE",
};

/** Diacritics, stops, kinds of dash and apostrophe, and white space made one; case kept. */
export function plain(text: string): string {
  // Most names are plain ASCII words, and loading makes thousands of keys.
  if (/^[\w ,'&()/+]*$/.test(text)) return text.includes("  ") ? text.replace(/ +/g, " ").trim() : text;
  let name = text;
  if (/[^ -~]/.test(text))
    name = text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[ıøłđðßæØŁĐÆ]/g, (letter) => LETTERS[letter]!)
      .replace(/[’‘ʼ´]/g, "'")
      .replace(/[‐‑‒–]/g, "-");
  return name.replace(/-/g, " ").replace(/[.`]/g, "").replace(/\s+/g, " ").trim();
}

/** `plain`, in lower case and without a leading article. */
export function keyOf(text: string): string {
  const key = plain(text).toLowerCase();
  return key.startsWith("the ") && key.length > 4 ? key.slice(4) : key;
}

/** True where a name written `as` may stand as `text`: short names with capitals inside keep their case ("US", never "us"; "LeT", never "let"), others have a capital; "The National" keeps its article. */
export function caseFits(as: string, text: string): boolean {
  if (as.startsWith("The ") && as.indexOf(" ", 4) < 0 && !/^[Tt]he /.test(text)) return false;
  if (as.length <= 6 && /\p{Lu}.*\p{Lu}/u.test(as)) return plain(text).replace(/^[Tt]he /, "") === as;
  return as === as.toLowerCase() || /\p{Lu}/u.test(text.replace(/^The /, ""));
}
