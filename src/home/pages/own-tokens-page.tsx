import type { JSX } from 'hono/jsx/jsx-runtime'
import { type AccessToken, isLive, tokenDays } from '#platform/access-token.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Input, Radios } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { homePaths } from '../paths.ts'

/** What the page shows. */
export interface OwnTokensView {
  readonly visit: Visit
  readonly tokens: readonly AccessToken[]
  readonly form: FormState
  /** The token that was just made; undefined on every other visit. */
  readonly secret: string | undefined
  readonly publicUrl: string
}

/** One's own access tokens: what programs of one's own read with. */
export function OwnTokensPage({ visit, tokens, form, secret, publicUrl }: OwnTokensView): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Access tokens for your programs"
      width="form"
      breadcrumbs={[{ text: 'My work', href: homePaths.work }]}
      problems={form.problems}
    >
      <PageHead
        title="Access tokens for your programs"
        lead="With a token a program reads what you may see here: your boards, meetings, agendas, decisions and actions. It can change nothing."
      />
      {secret !== undefined && <NewToken secret={secret} publicUrl={publicUrl} />}
      <Card id="tokens" title="Your tokens">
        {tokens.length === 0 ? (
          <EmptyState title="You have no token" text="Make one below for a program that should read for you." />
        ) : (
          <ul class="gt-list">
            {tokens.map((token) => (
              <TokenLine visit={visit} token={token} />
            ))}
          </ul>
        )}
      </Card>
      <h2 class="govuk-heading-m">Make a token</h2>
      <form method="post" action={homePaths.ownTokens} novalidate>
        <CsrfField visit={visit} />
        <Input
          id="name"
          name="name"
          label={{ text: 'What is it for?', classes: 'govuk-label--s' }}
          hint={{ text: 'For example: my reading list' }}
          value={form.value('name')}
          errorMessage={form.error('name')}
        />
        <Radios
          idPrefix="days"
          name="days"
          fieldset={{ legend: { text: 'For how long does it work?', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={form.error('days')}
          items={tokenDays.map((days) => ({
            value: String(days),
            text: days === 365 ? 'A year' : `${days} days`,
            checked: form.value('days') === String(days),
          }))}
        />
        <Input
          id="code"
          name="code"
          label={{ text: 'Code', classes: 'govuk-label--s' }}
          hint={{ text: 'The 6 figures that your authenticator app shows now, or a recovery code' }}
          classes="govuk-input--width-10"
          autocomplete="one-time-code"
          errorMessage={form.error('code')}
        />
        <Button text="Make a token" preventDoubleClick />
      </form>
      <p>
        What programs can ask for is described in{' '}
        <a class="govuk-link" href="/api/openapi.json">
          OpenAPI
        </a>
        .
      </p>
    </Page>
  )
}

function NewToken({ secret, publicUrl }: { readonly secret: string; readonly publicUrl: string }): JSX.Element {
  return (
    <section class="govuk-inset-text" aria-labelledby="new-token">
      <h2 class="govuk-heading-m" id="new-token">
        Copy your token now
      </h2>
      <p>It is shown this once and kept nowhere. Whoever has it reads what you may read: give it to nobody.</p>
      <Input
        id="token"
        name="token"
        label={{ text: 'Your token', classes: 'govuk-label--s' }}
        value={secret}
        attributes={{ readonly: 'readonly', autocomplete: 'off' }}
      />
      <p>
        A program sends it with each request to <code>{publicUrl}/api/v1/me</code> and the other addresses, as{' '}
        <code>Authorization: Bearer</code> and the token.
      </p>
    </section>
  )
}

function TokenLine({ visit, token }: { readonly visit: Visit; readonly token: AccessToken }): JSX.Element {
  const { id, name, expiresAt, lastUsedAt, revokedAt } = token
  return (
    <li>
      <strong>{name}</strong>
      <p>
        {revokedAt === null ? 'Works until ' : 'Revoked '}
        <InstantText instant={revokedAt ?? expiresAt} />.{' '}
        {lastUsedAt === null ? (
          'Never used.'
        ) : (
          <>
            Last used <InstantText instant={lastUsedAt} />.
          </>
        )}
      </p>
      {isLive(token, visit.now) ? (
        <PostButton visit={visit} action={`${homePaths.ownTokens}/${id}/revoke`} text="Revoke" about={name} look="link" />
      ) : (
        <StatusPill meaning="neutral">{revokedAt === null ? 'Ended' : 'Revoked'}</StatusPill>
      )}
    </li>
  )
}
