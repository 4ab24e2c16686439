import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import { readingPaths } from '../paths.ts'
import type { Reading } from '../queries/reading.ts'
import { changeInWords, changesInWords } from '../words/reading.ts'

/** On the page of a meeting: what changed since one last looked, what is unread, and the way to it. Nothing for a visitor. */
export function ReadingStrip({
  meeting,
  reading,
}: {
  readonly meeting: string
  readonly reading: Reading | undefined
}): JSX.Element | null {
  if (!reading) return null
  const { changes, papers } = reading
  const unread = papers.filter(({ readAt }) => readAt === null).length
  if (changes.length === 0 && papers.length === 0) return null
  const lines = changes.slice(0, 3).map((change) => `<li>${escapeText(changeInWords(change))}</li>`)
  const list = lines.length === 0 ? '' : `<ul class="govuk-list govuk-list--bullet">${lines.join('')}</ul>`
  const first = changes.length === 0 ? '' : `<p class="govuk-body"><strong>${changesInWords(changes.length)}</strong></p>${list}`
  const state = unread === 0 ? 'You have marked every paper as read.' : `${unread === 1 ? '1 paper is' : `${unread} papers are`} unread.`
  return rawMarkup(
    `<div class="govuk-inset-text">${first}<p class="govuk-body">${papers.length === 0 ? '' : state} <a class="govuk-link" href="${readingPaths.reading(meeting)}">Your reading, download and notes</a></p></div>`,
  )
}
