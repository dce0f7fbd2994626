// The score of Guess the flower: the reader against Bayes' rule, kept in this browser only.

const KEY = "noise-to-flowers:guess";

// Levels are log-SNRs, added up over the reader's right guesses, and for Bayes over all rounds.
export function noScore() {
  return { rounds: 0, you: 0, youLevels: 0, bayes: 0, bayesLevels: 0 };
}

// The score after one more round: was the reader `right`, at which `level`; was Bayes (`bayes`) on
// the same picture, and `from` which level on was it sure.
export function counted(score, { right, level, bayes, from }) {
  return {
    rounds: score.rounds + 1,
    you: score.you + (right ? 1 : 0),
    youLevels: score.youLevels + (right ? level : 0),
    bayes: score.bayes + (bayes ? 1 : 0),
    bayesLevels: score.bayesLevels + from,
  };
}

export function keptScore() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return Object.keys(noScore()).every((key) => Number.isFinite(found[key])) ? found : noScore();
  } catch {
    return noScore(); // a browser that keeps nothing, or something else under our name
  }
}

export function keepScore(score) {
  try {
    localStorage.setItem(KEY, JSON.stringify(score));
  } catch {
    // Forbidden or full: the score lasts as long as the page.
  }
}
