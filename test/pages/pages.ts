import { assessmentPages } from './assessment-pages.ts'
import { assurancePages } from './assurance-pages.ts'
import { commissioningPages } from './commissioning-pages.ts'
import { delegatedPages } from './delegation-pages.ts'
import { familyPages } from './family-pages.ts'
import { governancePages } from './governance-pages.ts'
import { meetingsPages } from './meetings-pages.ts'
import { movementPages } from './movement-pages.ts'
import { nationalPages } from './national-pages.ts'
import { needsPages } from './needs-pages.ts'
import { peopleAndVoicePages } from './people-and-voice-pages.ts'
import { performancePages } from './performance-pages.ts'
import { plansPages } from './plans-pages.ts'
import { qualityPages, supervisionPages } from './quality-pages.ts'
import { readingPages } from './reading-pages.ts'
import { retentionPages } from './retention-pages.ts'
import { returnsPages } from './returns-pages.ts'
import { sitePages } from './site-pages.ts'
import { teamPages } from './team-pages.ts'
import { threadPages } from './thread-pages.ts'
import { topicPages } from './topic-pages.ts'
import { trainingPages } from './training-pages.ts'
import { voicePages } from './voice-pages.ts'
import { yearPages } from './year-pages.ts'

/**
 * A page to visit. Which are chosen: every address once in its richest state, in every mode; a second state or role where other parts of the page show; a refusal
 * where it has words of its own; a form sent empty. What is not the first visit of a `path` is asked for without the browser (its status, its HTML, one heading, the way
 * from each sentence of a summary to its field), and the browser looks at it only where it holds a kind of element that it has not looked at in this run: such a
 * visit costs a tenth of a whole one.
 */
export interface VisitedPage {
  /** Address; with `via` the pattern of the address that is found, as the router writes it: '/meetings/:id/agenda'. */
  readonly path: string
  /** Role in the sample's sign-in list, for example 'clerk'; undefined for a visitor. See `contextAs` for more. */
  readonly as?: string | undefined
  /** Expected status; 200 unless said. */
  readonly status?: number | undefined
  /** How to find the address from a first one: see `addressOf`. */
  readonly via?: readonly string[] | undefined
  /** Whose pages lead there, where it is not the visitor's own: for what is refused. */
  readonly findAs?: string | undefined
  /** The page's form is sent with nothing in it: the button's words, or true where the page has one form. What comes is looked at. */
  readonly send?: string | true | undefined
  /** Visited in a house of its own that nobody has set up, in place of the sample's. */
  readonly house?: 'empty' | undefined
  /** A picture is kept under docs/screenshots by this name. */
  readonly screenshot?: string | undefined
}

/** Every page that `npm run test:pages` visits; `coverage.test.ts` fails where the product knows an address that is not among them. */
export const visitedPages: readonly VisitedPage[] = [
  ...sitePages,
  ...governancePages,
  ...meetingsPages,
  ...readingPages,
  ...performancePages,
  ...nationalPages,
  ...needsPages,
  ...topicPages,
  ...assurancePages,
  ...plansPages,
  ...returnsPages,
  ...threadPages,
  ...voicePages,
  ...commissioningPages,
  ...familyPages,
  ...trainingPages,
  ...teamPages,
  ...movementPages,
  ...assessmentPages,
  ...qualityPages,
  ...supervisionPages,
  ...peopleAndVoicePages,
  ...retentionPages,
  ...yearPages,
  ...delegatedPages,
]

/** The instant of the house that is visited: a Monday in term time, so that pages and pictures stay as they are. */
export const visitedAt = '2026-11-23T10:00:00Z'
