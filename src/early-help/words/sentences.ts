/** Words that somebody typed, ended as a sentence so that another can follow: a full stop where there is no mark of an end; '' stays ''. */
export function ended(words: string): string {
  const trimmed = words.trim()
  return trimmed === '' || /[.!?\u2026\u061f\u3002][\u2019\u201d"')\]]*$/u.test(trimmed) ? trimmed : `${trimmed}.`
}
