import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { strategyPaths } from '../paths.ts'
import { paymentModelPaths } from '../payment-paths.ts'
import type { ModelCohort, ModelPayer, PaymentModel } from '../queries/payment-models.ts'
import type { ComparedOption } from '../rules/payment-comparison.ts'
import { sightWords } from '../words/commissioned-service.ts'
import { startsWords } from '../words/payment.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { ProviderCash } from './payment-cash-parts.tsx'
import { ByCohort, ByPayer, SideBySide, Terms } from './payment-model-parts.tsx'

/** One model. */
export interface PaymentModelPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly model: PaymentModel
  readonly cohorts: readonly ModelCohort[]
  readonly compared: readonly ComparedOption[]
  readonly payers: readonly ModelPayer[]
  /** Where one may see it. */
  readonly strategy: { readonly id: string; readonly title: string } | undefined
  readonly may: ReadonlySet<'change' | 'show'>
}

/** A year of packages under every mechanism, side by side (C10). */
export function PaymentModelPage(props: PaymentModelPageProps): JSX.Element {
  const { visit, board, model, cohorts, compared, payers, may } = props
  const mayChange = may.has('change') && model.chosen === undefined
  return (
    <Page
      visit={visit}
      title={model.title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Models of payment', href: paymentModelPaths.ofBoard(board.slug) })}
    >
      <PageHead
        title={model.title}
        caption={`Model of payment of ${board.name}`}
        lead={`${cohorts.reduce((sum, { packages }) => sum + packages, 0).toLocaleString('en-GB')} packages in ${model.weeks} weeks from ${dayInWords(model.startsOn)}. Nobody’s own package stands behind it.`}
      />
      {boardNavigation(board.slug, 'commissioning')}
      <Acts model={model} may={may} hasOptions={compared.length > 0} />
      <Card title="Side by side" id="side-by-side">
        <SideBySide model={model} compared={compared} />
      </Card>
      <Card
        title="By cohort"
        id="by-cohort"
        lead="A mechanism is chosen by many packages, never by one."
        flush={compared.some(({ cohorts: of }) => of.length > 0)}
      >
        <ByCohort compared={compared} />
      </Card>
      <Card
        title="For a provider, week by week"
        id="provider"
        lead="Cash that has to be bridged, and what falls away where no outcome is agreed."
      >
        <ProviderCash model={model} compared={compared} />
      </Card>
      <Card title="For commissioners: what each partner pays" id="by-payer" flush={payers.length > 0}>
        {payers.length === 0 ? (
          <p class="govuk-body">Who pays is not written down yet.</p>
        ) : (
          <Fold title={payers.length === 1 ? 'One partner, under each mechanism' : `${payers.length} partners, under each mechanism`}>
            <ByPayer compared={compared} payers={payers} />
          </Fold>
        )}
      </Card>
      <Card title="What is assumed" id="assumed" flush>
        <Fold title="Where it comes from, the terms and the cohorts" open={mayChange && (compared.length === 0 || cohorts.length === 0)}>
          <Assumed {...props} mayChange={mayChange} />
        </Fold>
      </Card>
      <Chosen {...props} />
    </Page>
  )
}

function Acts({
  model,
  may,
  hasOptions,
}: Pick<PaymentModelPageProps, 'model' | 'may'> & { readonly hasOptions: boolean }): JSX.Element | null {
  const links = [
    ...(may.has('change') && model.chosen === undefined
      ? ([
          ['edit', 'Change what is assumed'],
          ['cohorts', 'Add a cohort'],
          ['options', 'Add a mechanism'],
          ['payers', 'Say who pays'],
          ...(hasOptions ? ([['choose', 'Choose a mechanism']] as const) : []),
        ] as const)
      : []),
    ...(may.has('show') && model.sight !== 'public' ? ([['show', 'Show this model']] as const) : []),
  ]
  if (links.length === 0) return null
  return (
    <p class="govuk-body gt-actions">
      {links.map(([step, text]) => (
        <>
          <a class="govuk-link" href={paymentModelPaths.step(model.id, step)}>
            {text}
          </a>{' '}
        </>
      ))}
    </p>
  )
}

function Assumed({ model, cohorts, compared, mayChange }: PaymentModelPageProps & { readonly mayChange: boolean }): JSX.Element {
  return (
    <>
      <p class="govuk-body">{`${startsWords[model.starts]}. ${model.sources}`}</p>
      <Terms model={model.id} compared={compared} mayChange={mayChange} />
      {cohorts.length > 0 && (
        <DataTable
          caption="Cohorts"
          narrow="stack"
          columns={[
            { heading: 'Cohort' },
            { heading: 'Packages', numeric: true },
            { heading: 'Minutes a week' },
            { heading: 'Less care is needed in' },
            { heading: 'How long they last' },
          ]}
          rows={cohorts.map((cohort) => ({
            cells: [
              mayChange ? (
                <a class="govuk-link" href={paymentModelPaths.cohort(model.id, cohort.id)}>
                  {cohort.title}
                </a>
              ) : (
                cohort.title
              ),
              String(cohort.packages),
              `${cohort.minutesBefore}; in the week of the outcome ${cohort.minutesAt}, then ${cohort.minutesAfter}`,
              `Week ${cohort.outcomeWeek}`,
              lengthsWords(cohort),
            ],
          }))}
        />
      )}
    </>
  )
}

function lengthsWords({ lengths }: ModelCohort): string {
  const all = lengths.reduce((sum, { weight }) => sum + weight, 0)
  return lengths.map(({ weeks, weight }) => `${weeks} weeks: ${Math.round((weight * 1000) / all) / 10}%`).join(', ')
}

function Chosen({ model, compared, strategy }: PaymentModelPageProps): JSX.Element {
  const chosen = compared.find(({ option }) => option.id === model.chosen)
  return (
    <Card title="What came of it" id="chosen">
      <KeyFacts
        facts={[
          { label: 'Lead commissioner', value: model.leadName },
          {
            label: 'Chosen',
            value: chosen === undefined ? 'Nothing is chosen yet' : `${chosen.option.title}. ${model.chosenBecause}`,
          },
          ...(strategy === undefined
            ? []
            : [
                {
                  label: 'Strategy',
                  value: (
                    <a class="govuk-link" href={strategyPaths.strategy(strategy.id)}>
                      {strategy.title}
                    </a>
                  ),
                },
              ]),
          ...(model.sight === 'public' ? [] : [{ label: 'Who may see it', value: sightWords[model.sight] }]),
        ]}
      />
    </Card>
  )
}
