/** A name as it is compared: lower case, without tone marks, đ as d. The server folds names the same way. */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d");
}
