/** An answer that a question offers. */
export interface Offered {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}

interface Asked {
  readonly label: string
  readonly hint?: string | undefined
}

/** A whole number; `open` lets it be left empty, which is null. */
export interface WholeQuestion extends Asked {
  readonly kind: 'whole'
  readonly min: number
  readonly max: number
  readonly open?: true
}

/** One line of words of at most `max` characters; `open` lets it be left empty, which is null. */
export interface WordsQuestion extends Asked {
  readonly kind: 'words'
  readonly max: number
  readonly open?: true
  /** True where the document leaves it out when it is empty. */
  readonly absent?: boolean
}

/** A list of words, one a line: from `least` (0 where nothing is said) to `most` lines of at most `max` characters. */
export interface LinesQuestion extends Asked {
  readonly kind: 'lines'
  readonly max: number
  readonly least: number
  readonly most: number
}

/** One of several answers; `none` words the answer that is null, and is missing where one must be chosen. */
export interface OneQuestion extends Asked {
  readonly kind: 'one'
  readonly options: readonly Offered[]
  readonly none?: string | undefined
}

/** Any number of the answers. */
export interface ManyQuestion extends Asked {
  readonly kind: 'many'
  readonly options: readonly Offered[]
}

/** A box: true or false. */
export interface TickQuestion extends Asked {
  readonly kind: 'tick'
}

/** Yes, no, or not said, which is null. */
export interface YesNoQuestion extends Asked {
  readonly kind: 'yes-no'
}

/** A time of day as HH:MM, or empty, which is null. */
export interface TimeQuestion extends Asked {
  readonly kind: 'time'
}

/** A day, or empty, which is null; in the document as YYYY-MM-DD. */
export interface DayQuestion extends Asked {
  readonly kind: 'day'
  /** True where the document leaves it out when it is empty: documents of before it was asked stay as they are. */
  readonly absent?: boolean
}

/** What a person is not asked and the document needs: the key of an entry, made of its name where it is new. */
export interface KeyQuestion {
  readonly kind: 'key'
  /** The question of the same entry whose answer a new key is made of. */
  readonly from: string
}

/** A part with questions of its own; `open`: null where none of them is answered. */
export interface PartQuestion {
  readonly kind: 'part'
  readonly of: Questions
  readonly open?: true
}

/** Entries of one shape, one under another: at most `most`; an entry left empty is none. */
export interface RowsQuestion {
  readonly kind: 'rows'
  /** What one entry is, for headings: 'Standing item'. */
  readonly entry: string
  readonly of: Questions
  readonly least: number
  readonly most: number
}

/** A question of the guided form. */
export type Question =
  | WholeQuestion
  | WordsQuestion
  | LinesQuestion
  | OneQuestion
  | ManyQuestion
  | TickQuestion
  | YesNoQuestion
  | TimeQuestion
  | DayQuestion
  | KeyQuestion
  | PartQuestion
  | RowsQuestion

/** The questions of a rule, by the name that its answer has in the document. */
export type Questions = Readonly<Record<string, Question>>

/** Codes with their words as answers. */
export function offered(words: Readonly<Record<string, string>>): readonly Offered[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }))
}
