import type { JSX } from 'hono/jsx/jsx-runtime'
import { Prose } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'

/** What is kept about whom, why, for how long, and whom to ask. */
export function PrivacyPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Privacy" description="What this site keeps about you, why, and whom to ask.">
      <PageHead title="Privacy" lead="What this site keeps about you, why, and whom to ask." />
      <Prose>
        <h2>If you only read</h2>
        <p>
          You need no account, and no cookie is set. For each page, our log keeps the time, the address of the page, how we answered and a
          random number. It does not keep your network address or what you searched for. There are no statistics of visitors, no
          advertisements and nothing from other sites.
        </p>
        <h2>If you sit on a board or work for one</h2>
        <p>We keep:</p>
        <ul>
          <li>your name, your organisation and your post, and on which boards you sit, from when to when</li>
          <li>which meetings you attended or sent apologies for, and the interests you declared</li>
          <li>the papers you wrote, the decisions you took part in and the actions you own</li>
          <li>
            your email address, your password (scrambled, so that nobody can read it) and the secret of your authenticator app (encrypted)
          </li>
          <li>when you signed in, from which network address and with which browser, while that session lasts</li>
          <li>a record of each change you make here: which record, when, by whom</li>
        </ul>
        <p>
          Membership, attendance, declared interests, decisions and minutes of a public body are public. Email addresses, sign-in details
          and everything in private parts of a meeting are not.
        </p>
        <h2>Why we may</h2>
        <p>
          The bodies here carry out public tasks set by law, and the public may see how they do it. Where a record is needed for neither, it
          is not kept.
        </p>
        <h2>How long</h2>
        <p>
          Sessions end by themselves. Records of meetings and decisions are kept as long as the law on public records asks. The record of
          changes is kept with what it describes, and holds no text of its own that could outlive it.
        </p>
        <p>
          If you ask for mails about a board, a topic or a search without an account, we keep your address and what you asked for, nothing
          else. Both are deleted at once when you stop the mails, when a mail comes back, and after three days if you never confirm them.
        </p>
        <h2>Your rights, and whom to ask</h2>
        <p>
          You may see what is kept about you, have mistakes put right, and object. Ask the clerk of your board: each{' '}
          <a href="/boards">board’s page</a> names the clerk. If you are not content with the answer, you can complain to the{' '}
          <a href="https://ico.org.uk/">Information Commissioner’s Office</a>.
        </p>
      </Prose>
    </Page>
  )
}
