import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { longText, parseForm, postedText, text, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

/** The place that a button names, as `placeKey` writes it; '' where it names none. */
export function placeOf(body: FormBody): string {
  const place = postedText(body.place)
  return /^[0-9a-f-]{36}\/\d{1,3}$/.test(place) ? place : ''
}

/** Reads an explanation. */
export function parseExplanation(body: FormBody) {
  return parseForm(z.object({ explanation: longText(5000) }), body)
}

/** Reads the text of a letter. */
export function parseLetter(body: FormBody) {
  return parseForm(z.object({ text: longText(10_000), version: version() }), body)
}

/** Reads to whom a letter was sent, and when. */
export function parseSent(body: FormBody) {
  return parseForm(z.object({ sentTo: text(300), sentOn: day(), version: version() }), body)
}
