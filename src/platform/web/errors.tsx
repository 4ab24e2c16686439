import type { JSX } from 'hono/jsx/jsx-runtime'
import { busyCode } from '#platform/database/busy.ts'
import { DocumentsUnreachable } from '#platform/documents/store.ts'
import { Conflict, Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import { ForgedForm, SessionEnded } from './csrf.ts'
import { TooLarge, UnreadableBody } from './form-body.ts'
import { Page, PageHead } from './page.tsx'
import { SendAgain, type Unsent } from './send-again.tsx'
import type { Visit } from './visit.ts'

/** What an error page says. `title` is the h1, `sentences` what happened and what to do. */
export interface ErrorWords {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 500 | 503
  readonly title: string
  readonly sentences: readonly string[]
  /** True for a fault of ours: it is logged, and the page names the request. */
  readonly fault?: boolean
  /** Seconds after which it is worth trying again: `Retry-After`. */
  readonly retryAfter?: number
}

/** Words for everything that can stop a request; nothing of the error itself is told but the sentence of a refusal. */
export function wordsOf(error: unknown): ErrorWords {
  if (error instanceof NotFound) return notFoundWords
  if (error instanceof Forbidden) return { status: 403, title: 'You cannot do this', sentences: [said(error, forbidden)] }
  if (error instanceof Conflict) return { status: 409, title: 'Somebody else changed this first', sentences: [said(error, conflict)] }
  if (error instanceof SignInNeeded || error instanceof SessionEnded) return signedOutWords
  if (error instanceof ForgedForm) return forgedWords
  if (error instanceof TooLarge) return tooLargeWords
  if (error instanceof UnreadableBody || error instanceof URIError) return unreadableWords
  if (busyCode(error) !== undefined) return busyWords
  if (error instanceof DocumentsUnreachable) return documentsWords
  return faultWords
}

function said(error: Error, otherwise: string): string {
  return error.message === '' ? otherwise : error.message
}

const forbidden = 'Your place on this board does not let you do this. If you think it should, ask the clerk.'
const conflict = 'Nothing of yours was saved. Go back to see what the other person saved, then make your change again.'

/** For an address that nothing answers to, or that this person may not know of. */
export const notFoundWords: ErrorWords = {
  status: 404,
  title: 'Page not found',
  sentences: [
    'If you typed the address, check that it is correct. If you pasted it, check that you copied all of it.',
    'Some pages are for members only: sign in, then open the address again.',
  ],
}

const signedOutWords: ErrorWords = {
  status: 401,
  title: 'You are signed out',
  sentences: [
    'Nothing was saved, because you are not signed in any more. Sign in in another window, then come back here and send the form again.',
  ],
}

const forgedWords: ErrorWords = {
  status: 403,
  title: 'This form cannot be accepted',
  sentences: [
    'The page it came from is too old, or cookies are switched off. Nothing was saved.',
    'Go back, load the page again and send the form once more.',
  ],
}

const tooLargeWords: ErrorWords = {
  status: 413,
  title: 'This is too large',
  sentences: ['What you sent is larger than this site takes. Nothing was saved. Go back and send less, or a smaller file.'],
}

const unreadableWords: ErrorWords = {
  status: 400,
  title: 'This could not be read',
  sentences: ['What your browser sent is not something this page takes. Nothing was saved. Go back and try again.'],
}

const busyWords: ErrorWords = {
  status: 503,
  title: 'Very busy at this moment',
  sentences: ['Too many people came at the same moment, and this had to wait too long. Nothing was saved. Try again in a few seconds.'],
  retryAfter: 3,
}

const documentsWords: ErrorWords = {
  status: 503,
  title: 'Documents cannot be reached at this moment',
  sentences: ['The place where files are kept does not answer. Nothing was saved, and nothing is lost. Try again in a few minutes.'],
  retryAfter: 60,
}

const faultWords: ErrorWords = {
  status: 500,
  title: 'Sorry, something went wrong',
  sentences: ['This is a fault of ours, not of yours. Nothing was half saved. Try again in a few minutes.'],
  fault: true,
}

/** A page for anything that stopped a request. `unsent` is what was posted, where sending it again may do. */
export function ErrorPage({
  visit,
  words,
  unsent,
}: {
  readonly visit: Visit
  readonly words: ErrorWords
  readonly unsent?: Unsent | undefined
}): JSX.Element {
  return (
    <Page visit={visit} title={words.title}>
      <PageHead title={words.title} />
      {words.sentences.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      {words.status === 401 && (
        <p class="govuk-body">
          <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">
            Sign in in another window
          </a>
        </p>
      )}
      {unsent && <SendAgain visit={visit} unsent={unsent} />}
      {words.status === 404 && (
        <p class="govuk-body">
          <a class="govuk-link" href="/boards">
            See all boards
          </a>{' '}
          or{' '}
          <a class="govuk-link" href="/">
            go to the front page
          </a>
          .
        </p>
      )}
      {words.fault && <p class="gt-fault">If it happens again, tell the clerk this reference: {visit.requestId}</p>}
    </Page>
  )
}
