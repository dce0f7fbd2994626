// Prompts for a network that hears words: what ddimlib/words.py and ddimlib/data/captions.py do with
// them, for the page (chapter 12). Tests compare each function with Python's.

// The words of a text in small letters, without the marks that end a phrase.
export function spokenWords(text) {
  return text.toLowerCase().split(/\s+/u).map((word) => word.replace(/^[,.;:!?]+|[,.;:!?]+$/gu, ""))
    .filter((word) => word);
}

// Why a text cannot be asked for, in a sentence, or "". `known` has the words and how many fit, and for
// people the colours, the grounds and how many flowers.
export function refusal(text, known) {
  const spoken = spokenWords(text);
  const unknown = spoken.find((word) => !known.words.includes(word));
  if (unknown) {
    return `“${unknown}” is no word that this network knows: it knows the colours `
      + `${list(known.colours)}, the grounds ${list(known.grounds)}, the words a, an, on and ground, `
      + `and the names of the ${known.flowers.length} flowers in the list above.`;
  }
  return spoken.length <= known.length ? ""
    : `At most ${known.length} words can be heard at once, and these are ${spoken.length}.`;
}

function list(words) {
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

// A text as numbers, filled up with 0: the words are numbered by the alphabet from 1.
export function tokens(text, known) {
  const problem = refusal(text, known);
  if (problem) throw new Error(problem);
  const numbers = spokenWords(text).map((word) => known.words.indexOf(word) + 1);
  return [...numbers, ...new Array(known.length - numbers.length).fill(0)];
}

// "an orange poppy on a green ground"; what is "" is not said.
export function caption(flower, blossom, ground) {
  const article = (words) => `${"aeiou".includes(words[0]) ? "an" : "a"} ${words}`;
  return article(`${blossom} ${flower}`.trim()) + (ground ? ` on ${article(`${ground} ground`)}` : "");
}

// A text without its word number k, counted from 0.
export function without(text, k) {
  return spokenWords(text).filter((_, i) => i !== k).join(" ");
}

// What the network is told, step by step, and the scale of each step: from what is not wanted (or no
// words) to the prompt; by way of the prompt without a word, where that is to be said `extra` louder.
export function links({ prompt, unwanted, louder, guidance, extra }, known) {
  const texts = louder < 0 || extra === 0 ? [unwanted, prompt]
    : [unwanted, without(prompt, louder), prompt];
  return { chain: texts.map((text) => tokens(text, known)),
    scales: texts.length === 2 ? [guidance] : [guidance, guidance + extra] };
}

// How a network shares out its attention: for what stands before all words and for each word, a map
// and its mean. `looks` has the maps one after the other, `count` words with what stands before them.
export function shares(looks, count, places) {
  return Array.from({ length: count }, (_, k) => {
    const map = Array.from(looks.slice(k * places, (k + 1) * places));
    return { map, mean: map.reduce((sum, value) => sum + value, 0) / places };
  });
}

// Maps were recorded as bytes of their square roots, so that small shares keep their digits.
export function recordedLooks(bytes) {
  return Float32Array.from(bytes, (byte) => (byte / 255) ** 2);
}
