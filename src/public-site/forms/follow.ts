import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { choice, email, optionalText, parseForm } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { searchQuery } from '../rules/asked-words.ts'
import { type Pace, paces } from '../rules/following.ts'
import { parseSearch } from './search.ts'

const form = z.object({ email: email(), pace: choice(paces) })
const asked = z.object({ board: optionalText(200), topic: optionalText(200), search: optionalText(1000) })

/** What an address names that can be followed; `search` is tidied, so that the same search is the same. */
export type FollowAsked =
  | { readonly kind: 'board'; readonly slug: string }
  | { readonly kind: 'topic'; readonly slug: string }
  | { readonly kind: 'search'; readonly search: string; readonly words: string }

/** Who wants to follow, and how soon they are told. */
export interface FollowInput {
  readonly email: string
  readonly pace: Pace
}

/** Reads what is to be followed; undefined where nothing is named that could be. */
export function parseFollowed(body: FormBody): FollowAsked | undefined {
  const parsed = parseForm(asked, body)
  if (!parsed.ok) return undefined
  const { board, topic, search } = parsed.value
  if (board !== undefined) return { kind: 'board', slug: board }
  if (topic !== undefined) return { kind: 'topic', slug: topic }
  const found = search === undefined ? undefined : parseSearch(Object.fromEntries(new URLSearchParams(search)))
  if (!found?.ok || found.value.words === '') return undefined
  return { kind: 'search', search: searchQuery({ ...found.value, order: 'relevance', page: 1 }), words: found.value.words }
}

/** Reads who wants to follow. */
export function parseFollower(body: FormBody): Result<FollowInput, FieldProblem> {
  return parseForm(form, body)
}
