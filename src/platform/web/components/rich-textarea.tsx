import type { JSX } from 'hono/jsx/jsx-runtime'
import { assetPath } from '../assets.ts'
import { Details, Textarea } from '../govuk/components.tsx'
import { rawMarkup } from '../render.ts'
import type { Visit } from '../visit.ts'

/** A text with headings, lists and tables. */
export interface RichTextareaProps {
  /** Name as posted, and id. */
  readonly name: string
  readonly label: string
  /** For example 'govuk-label--s'. */
  readonly labelClasses?: string | undefined
  /** What to write; how to write Markdown is said by `MarkdownAdvice`. */
  readonly hint?: string | undefined
  /** Markdown. */
  readonly value: string
  readonly error?: { readonly text: string } | undefined
  readonly rows?: number | undefined
}

/**
 * A field that posts Markdown. With the script of `EditorScript` on the page it is an editor with a toolbar; without it, a textarea. A page
 * may have many.
 */
export function RichTextarea({ name, label, labelClasses, hint, value, error, rows = 24 }: RichTextareaProps): JSX.Element {
  return (
    <Textarea
      id={name}
      name={name}
      label={{ text: label, ...(labelClasses && { classes: labelClasses }) }}
      {...(hint && { hint: { text: hint } })}
      {...(error && { errorMessage: error })}
      value={value}
      rows={rows}
      classes="gt-textarea--text"
      spellcheck
      attributes={{ 'data-rich-text': 'yes' }}
    />
  )
}

/** Loads the editor; stands once on a page with such fields. */
export function EditorScript(): JSX.Element {
  return rawMarkup(`<script type="module" src="${assetPath('editor.js')}"></script>`)
}

/**
 * Attributes of a form whose words are kept while they are typed. It needs the hidden fields `version` and `kept`.
 * @param address - takes the fields of the form and answers with JSON
 */
export function keepWhileTyping(visit: Visit, address: string): { readonly 'data-keep': string; readonly 'data-keeper': string } {
  return { 'data-keep': address, 'data-keeper': visit.account?.id ?? '' }
}

/** The hidden field that counts how often the draft of this form was kept; 0 for never. */
export function KeptField({ revision }: { readonly revision: number }): JSX.Element {
  return rawMarkup(`<input type="hidden" name="kept" value="${revision}">`)
}

/** How to write Markdown; the editor hides it while it shows every text of the page with formatting. */
export function MarkdownAdvice(): JSX.Element {
  return (
    <div data-markdown-help="">
      <Details summaryText="How to write headings, lists and tables">
        <ul class="govuk-list govuk-list--bullet">
          <li>An empty line divides paragraphs</li>
          <li>
            <code># Background</code> is a heading, <code>## Last year</code> one below it
          </li>
          <li>
            <code>#. The board agreed</code> is a numbered paragraph; the number is set for you
          </li>
          <li>
            <code>- point</code> is a point of a list, <code>1. step</code> a numbered one
          </li>
          <li>
            <code>a) That the board agree</code> is a recommendation
          </li>
          <li>
            <code>**strong**</code> and <code>_stressed_</code> words, <code>[words](https://example.org)</code> a link
          </li>
          <li>
            <code>The figure.[^1]</code> and, on a line of its own, <code>[^1]: Its source</code> is a note
          </li>
          <li>
            <code>| Measure | Target |</code>, then <code>| --- | ---: |</code>, then the rows, is a table; a line{' '}
            <code>Table: What is measured</code> above it is its caption
          </li>
        </ul>
      </Details>
    </div>
  )
}
