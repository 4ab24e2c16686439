import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ProgramEnd } from '#performance/public-data.ts'
import { type AccessToken, isLive, tokenDays } from '#platform/access-token.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Input, Radios, Select } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { homePaths } from '../paths.ts'

/** Figures that a token could give: of an agency or of a measure. */
export interface ScopeChoice {
  /** As the form posts it: 'measure:' and the id. */
  readonly value: string
  readonly type: 'agency' | 'measure'
  readonly id: string
  /** Its name as people know it. */
  readonly words: string
}

/** What the page shows. */
export interface OwnTokensView {
  readonly visit: Visit
  readonly tokens: readonly AccessToken[]
  /** What one gives figures of; none where one gives none. */
  readonly scopes: readonly ScopeChoice[]
  /** To which measures the right of a token was ended, by the token. */
  readonly ends: ReadonlyMap<string, readonly (ProgramEnd & { readonly title: string })[]>
  readonly form: FormState
  /** The token that was just made; undefined on every other visit. */
  readonly secret: string | undefined
  readonly publicUrl: string
}

/** One's own access tokens: what programs of one's own read with. */
export function OwnTokensPage({ visit, tokens, scopes, ends, form, secret, publicUrl }: OwnTokensView): JSX.Element {
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
        lead={
          scopes.length === 0
            ? 'With a token a program reads what you may see here: your boards, meetings, agendas, decisions, actions and measures. It can change nothing.'
            : 'With a token a program reads what you may see here, or gives the figures of one agency or measure for you. It can change nothing else.'
        }
      />
      {secret !== undefined && <NewToken secret={secret} publicUrl={publicUrl} />}
      <Card id="tokens" title="Your tokens">
        {tokens.length === 0 ? (
          <EmptyState title="You have no token" text="Make one below for a program that should read for you." />
        ) : (
          <ul class="gt-list">
            {tokens.map((token) => (
              <TokenLine visit={visit} token={token} scopes={scopes} ends={ends.get(token.id) ?? []} />
            ))}
          </ul>
        )}
      </Card>
      {scopes.length > 0 && (
        <p>
          <a class="govuk-link" href="/measure-programs">
            Which programs give figures of the measures that you own or keep
          </a>
        </p>
      )}
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
        {scopes.length > 0 && <ScopeField scopes={scopes} form={form} />}
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
      <p>It is shown this once and kept nowhere. Whoever has it does with it what you let it do: give it to nobody.</p>
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

/** Reading stands first: a token that gives figures is chosen, never left over. */
function ScopeField({ scopes, form }: { readonly scopes: readonly ScopeChoice[]; readonly form: FormState }): JSX.Element {
  const reading = { value: 'read', text: 'Read what I may see' }
  const items = scopes.map(({ value, type, words }) => ({
    value,
    text: type === 'agency' ? `Give figures of ${words}, as far as I give them` : `Give figures of ${words}`,
  }))
  return (
    <Select
      id="scope"
      name="scope"
      label={{ text: 'What may it do?', classes: 'govuk-label--s' }}
      hint={{ text: 'A program that gives figures reads those alone' }}
      value={form.value('scope') === '' ? 'read' : form.value('scope')}
      errorMessage={form.error('scope')}
      items={[reading, ...items]}
    />
  )
}

/** What a token may do, in words. */
function scopeWords({ scope }: AccessToken, scopes: readonly ScopeChoice[]): string {
  if (scope.may === 'read') return 'Reads what you may see.'
  const { type, id } = scope.of
  const named = scopes.find((one) => one.type === type && one.id === id)
  return named ? `Gives figures of ${named.words}.` : 'Gives figures that you give no longer: it can do nothing now.'
}

function TokenLine(props: {
  readonly visit: Visit
  readonly token: AccessToken
  readonly scopes: readonly ScopeChoice[]
  readonly ends: readonly (ProgramEnd & { readonly title: string })[]
}): JSX.Element {
  const { visit, token, scopes, ends } = props
  const { id, name, expiresAt, lastUsedAt, revokedAt } = token
  return (
    <li>
      <strong>{name}</strong>
      <p>
        {scopeWords(token, scopes)} {revokedAt === null ? 'Works until ' : 'Revoked '}
        <InstantText instant={revokedAt ?? expiresAt} />.{' '}
        {lastUsedAt === null ? (
          'Never used.'
        ) : (
          <>
            Last used <InstantText instant={lastUsedAt} />.
          </>
        )}
      </p>
      {ends.map(({ title, name: by, endedAt, reason }) => (
        <p>
          Gives no more figures of {title}: {by} ended that <InstantText instant={endedAt} />. {reason}
        </p>
      ))}
      {isLive(token, visit.now) ? (
        <PostButton visit={visit} action={`${homePaths.ownTokens}/${id}/revoke`} text="Revoke" about={name} look="link" />
      ) : (
        <StatusPill meaning="neutral">{revokedAt === null ? 'Ended' : 'Revoked'}</StatusPill>
      )}
    </li>
  )
}
