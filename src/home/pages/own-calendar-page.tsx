import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { Button, Input } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { homePaths } from '../paths.ts'

/** The secret address of one's own calendar. */
export function OwnCalendarPage({ visit, address }: { readonly visit: Visit; readonly address: string | undefined }): JSX.Element {
  return (
    <Page visit={visit} title="Your meetings in your calendar" width="form" breadcrumbs={[{ text: 'My work', href: homePaths.work }]}>
      <PageHead
        title="Your meetings in your calendar"
        lead="Give your calendar program this address once. It then shows the meetings of all your boards, moves them and takes them out again by itself."
      />
      {address === undefined ? (
        <Wish visit={visit} wish="make" text="Make an address" />
      ) : (
        <>
          <Input
            id="address"
            name="address"
            label={{ text: 'Your address', classes: 'govuk-label--s' }}
            hint={{ text: 'In the calendar program: subscribe to a calendar from the internet' }}
            value={address}
            attributes={{ readonly: 'readonly' }}
          />
          <p>
            It works without signing in. Whoever has it sees when and where your boards meet, private meetings among them, and no agenda.
            Keep it to yourself; where it got out, make a new one.
          </p>
          <Wish visit={visit} wish="make" text="Make a new address" second />
          <Wish visit={visit} wish="revoke" text="Stop the address" second />
        </>
      )}
    </Page>
  )
}

function Wish(props: {
  readonly visit: Visit
  readonly wish: 'make' | 'revoke'
  readonly text: string
  readonly second?: boolean
}): JSX.Element {
  return (
    <form method="post" action={homePaths.ownCalendar}>
      <CsrfField visit={props.visit} />
      <input type="hidden" name="wish" value={props.wish} />
      <Button text={props.text} preventDoubleClick classes={props.second ? 'govuk-button--secondary' : ''} />
    </form>
  )
}
