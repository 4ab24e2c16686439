import type { PageLink } from '#platform/web/page.tsx'
import {
  boardPath,
  boardsPath,
  delegationsPath,
  disputesPath,
  membersPath,
  organisationsPath,
  protocolsPath,
  relationshipsPath,
  requestsPath,
  sharingPath,
  termsPath,
} from '../paths.ts'
import type { Body } from '../queries/bodies.ts'

/** The way to a board. */
export function toBoard({ slug, name }: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [
    { text: 'Boards', href: boardsPath },
    { text: name, href: boardPath(slug) },
  ]
}

/** The way to a board's members. */
export function toMembers(body: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [...toBoard(body), { text: 'Members', href: membersPath(body.slug) }]
}

/** The way to a board's terms. */
export function toTerms(body: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [...toBoard(body), { text: 'Terms of reference', href: termsPath(body.slug) }]
}

/** The way to who may decide what for a board. */
export function toDelegations(body: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [...toBoard(body), { text: 'Who may decide what', href: delegationsPath(body.slug) }]
}

/** The way to a board's relationships. */
export function toRelationships(body: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [...toBoard(body), { text: 'Relationships', href: relationshipsPath(body.slug) }]
}

/** The way to a board's requests. */
export function toRequests(body: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [...toBoard(body), { text: 'Requests', href: requestsPath(body.slug) }]
}

/** The way to a board's disputes. */
export function toDisputes(body: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [...toBoard(body), { text: 'Disputes', href: disputesPath(body.slug) }]
}

/** The way to a board's protocols and reports. */
export function toProtocols(body: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [...toBoard(body), { text: 'Protocols and reports', href: protocolsPath(body.slug) }]
}

/** The way to the sharing agreements of a board. */
export function toSharing(body: Pick<Body, 'slug' | 'name'>): readonly PageLink[] {
  return [...toBoard(body), { text: 'Sharing agreements', href: sharingPath(body.slug) }]
}

/** The way to the organisations. */
export const toOrganisations: readonly PageLink[] = [{ text: 'Organisations', href: organisationsPath }]

/** The way back without saving. */
export const backTo = (href: string): PageLink => ({ text: 'Cancel', href })
