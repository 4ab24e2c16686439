import type { ActorId } from '#platform/database/session.ts'
import type { PartnershipLogo } from '#platform/partnership-logo.ts'

/** One request as the domains see it: who, when, and what the page frame needs. */
export interface Visit {
  readonly requestId: string
  /** The signed-in account; undefined for a visitor. */
  readonly account: { readonly id: ActorId; readonly name: string; readonly email: string } | undefined
  /** The same account's id as the database knows it; undefined for a visitor. */
  readonly actor: ActorId | undefined
  readonly now: Temporal.Instant
  /** The day in London. */
  readonly today: Temporal.PlainDate
  /** Goes into every form as the hidden field `csrf`. */
  readonly csrfToken: string
  /** The links of the service navigation for this person, put there by `createApp`. */
  readonly navigation: readonly { readonly text: string; readonly href: string }[]
  /** Name of the partnership, for the header; for example 'Northbrook'. */
  readonly partnership: string
  /** The partnership's own mark, for the header; undefined for none. */
  readonly logo?: PartnershipLogo | undefined
  /** Path of this request, so that the navigation can say where one is. */
  readonly path: string
}

/** Hono's environment in every router of the house. */
export interface AppEnv {
  Variables: { visit: Visit; client: Client }
}

/** Where a request came from. */
export interface Client {
  /** The network address, trusted proxies taken into account; '' where it is not known. */
  readonly address: string
  readonly userAgent: string
}
