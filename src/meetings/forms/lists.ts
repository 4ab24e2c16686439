import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, email, field, longText, optionalUuid, parseForm, postedText, text, uuid, uuids, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** What a list is told of: everything that the board publishes, what touches an area, or items chosen one by one. */
export const listConcerns = ['body', 'area', 'item'] as const

const listForm = z.object({ name: text(100), concerns: choice(listConcerns), area: optionalUuid() })

/** What is asked of a list (M7). */
export type ListInput = z.output<typeof listForm>

/** Reads the form for a new list. */
export function parseList(body: FormBody): Result<ListInput, FieldProblem> {
  return parseForm(listForm, body)
}

/** Reads the form that renames a list. */
export function parseListChange(body: FormBody): Result<ListInput & { readonly version: number }, FieldProblem> {
  return parseForm(listForm.extend({ version: version() }), body)
}

/** Somebody to be put on a list. */
export type EntryInput =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'post'; readonly post: string; readonly organisation: string | undefined }
  | { readonly kind: 'members' | 'observers'; readonly ofBody: string }
  | {
      readonly kind: 'outside'
      readonly name: string
      readonly email: string
      readonly consent: string
      readonly consentedOn: Temporal.PlainDate
    }

/** Reads the form that adds a person. */
export function parsePersonEntry(body: FormBody): Result<EntryInput, FieldProblem> {
  const read = parseForm(z.object({ person: uuid() }), body)
  return read.ok ? { ok: true, value: { kind: 'person', ...read.value } } : read
}

/** The value of an option for a post: its organisation, or nothing, and its name. */
export function postOption({ title, organisation }: { readonly title: string; readonly organisation: string | undefined }): string {
  return `${organisation ?? ''}|${title}`
}

/** Reads the form that adds whoever holds a post; only posts that are offered are taken. */
export function parsePostEntry(offered: readonly string[]): (body: FormBody) => Result<EntryInput, FieldProblem> {
  const post = field<string>((posted) => {
    const value = postedText(posted)
    if (value === '') return { code: 'choice-missing' }
    return offered.includes(value) ? { value } : { code: 'choice-unknown' }
  })
  return (body) => {
    const read = parseForm(z.object({ post }), body)
    if (!read.ok) return read
    const bar = read.value.post.indexOf('|')
    const organisation = read.value.post.slice(0, bar)
    return { ok: true, value: { kind: 'post', post: read.value.post.slice(bar + 1), organisation: organisation || undefined } }
  }
}

/** Reads the form that adds everybody who sits on a board, or observes it. */
export function parseBoardEntry(body: FormBody): Result<EntryInput, FieldProblem> {
  const read = parseForm(z.object({ ofBody: uuid(), kind: choice(['members', 'observers']) }), body)
  return read.ok ? { ok: true, value: read.value } : read
}

/** Reads the form that adds an address outside, with the consent of its owner. */
export function parseOutsideEntry(today: Temporal.PlainDate): (body: FormBody) => Result<EntryInput, FieldProblem> {
  return (body) => {
    const read = parseForm(z.object({ entryName: text(120), entryEmail: email(), consent: longText(500), consentedOn: day() }), body)
    if (!read.ok) return read
    if (Temporal.PlainDate.compare(read.value.consentedOn, today) > 0)
      return { ok: false, problems: [{ field: 'consentedOn', code: 'consent-day-future' }] }
    const { entryName: name, entryEmail: address, consent, consentedOn } = read.value
    return { ok: true, value: { kind: 'outside', name, email: address, consent, consentedOn } }
  }
}

/** The areas that an item touches and the lists of its own. */
export type AudienceInput = { readonly areas: readonly string[]; readonly lists: readonly string[] }

/** Reads the form that chooses them. */
export function parseAudience(body: FormBody): Result<AudienceInput, FieldProblem> {
  return parseForm(z.object({ areas: uuids(), lists: uuids() }), body)
}
