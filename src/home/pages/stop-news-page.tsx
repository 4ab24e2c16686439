import type { JSX } from 'hono/jsx/jsx-runtime'
import { stopNewsPaths } from '#platform/mail/stop-news.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { homePaths } from '../paths.ts'

/** The page behind the link of a mail: it changes nothing, its button does. */
export function StopNewsPage({ visit, keyOfMail }: { readonly visit: Visit; readonly keyOfMail: string }): JSX.Element {
  return (
    <Page visit={visit} title="Stop these mails" width="form">
      <PageHead title="Stop these mails" />
      <p class="govuk-body">
        No daily summary and no mail about supplements, corrected papers or minutes comes to you any more. You find all of it under My work.
      </p>
      <p class="govuk-body">Notices of your boards’ meetings, and agendas with their papers, still reach you: the rules count from them.</p>
      <form method="post" action={stopNewsPaths.page}>
        <input type="hidden" name="key" value={keyOfMail} />
        <button class="govuk-button" type="submit">
          Stop the mails
        </button>
      </form>
    </Page>
  )
}

/** What happened, or that a link is not whole. */
export function StopNewsToldPage({ visit, stopped }: { readonly visit: Visit; readonly stopped: boolean }): JSX.Element {
  const title = stopped ? 'The mails have stopped' : 'Open the link of the mail'
  return (
    <Page visit={visit} title={title} width="form">
      <PageHead title={title} />
      {stopped ? (
        <p class="govuk-body">
          They come again when you choose so, signed in, under{' '}
          <a class="govuk-link" href={homePaths.mailChoice}>
            What mails you get
          </a>
          .
        </p>
      ) : (
        <p class="govuk-body">
          This page belongs to a link in a mail from us, and the link is not whole. Open the mail and follow its link, or sign in and choose
          under{' '}
          <a class="govuk-link" href={homePaths.mailChoice}>
            What mails you get
          </a>
          .
        </p>
      )}
    </Page>
  )
}
