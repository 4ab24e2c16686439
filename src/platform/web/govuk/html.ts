import type { JSX } from 'hono/jsx/jsx-runtime'

declare const markup: unique symbol

/** Text that is markup already: only `trusted()` and components make it. */
export interface TrustedHtml {
  readonly [markup]: true
}

/** What an `html` option takes: JSX or trusted markup, never a string. */
export type Html = JSX.Element | TrustedHtml

/** What a text option takes; it is escaped. */
export type Text = string | number
/** What an option may also be: left out. */
export type Nullish = null | undefined
export type Falsy = false | null | undefined | ''

/** Attributes of an element; a value with `optional` is left out when it is false, null or undefined. */
export interface Attributes {
  readonly [name: string]:
    | string
    | number
    | boolean
    | Nullish
    | { readonly value: string | number | boolean | Nullish; readonly optional?: boolean }
}

/** Exactly the choice that the macros make: `html` wins over `text`. */
export type TextOrHtml = { text: Text; html?: Nullish } | { html: Html; text?: Text | Nullish }

/** The messages of a count, by plural category of the language. */
export type PluralMessages = Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>

/** One input of a date input. */
export interface DateInputItem {
  id?: string | Nullish
  name?: string | Nullish
  label?: Text | Nullish
  value?: Text | Nullish
  autocomplete?: string | Nullish
  inputmode?: string | Nullish
  pattern?: string | Nullish
  classes?: string | Nullish
  error?: boolean | Nullish
  attributes?: Attributes | Nullish
}

/** The run-time form of trusted markup. */
class Trusted extends String {}

/** Marks a string as markup; only for constants of our own and output of a renderer that escapes. */
export function trusted(html: string): TrustedHtml {
  return new Trusted(html) as unknown as TrustedHtml
}

/** The markup of a trusted value; undefined for anything else. */
export function trustedMarkup(value: unknown): string | undefined {
  return value instanceof Trusted ? value.toString() : undefined
}
