import { dayOf as calendarDay, formatLongDay } from '@shared/domain/format';
import type { WorkbookJuror } from '../input';
import { attendanceOf, instantOf } from '../view';
import { heading, item, para, type Block } from './blocks';
import type { MinutesView } from './minutesView';

/** Organisation, what this is, day, number and place on one line, and plainly whether it may still change. */
export function headBlocks(view: MinutesView): readonly Block[] {
  const { input, texts, minutes } = view;
  const organiser = view.say(input.contest.head.organiser);
  const city = view.say(input.contest.head.city);
  const day = formatLongDay(calendarDay(new Date(input.seal?.sealedAt ?? input.at)), input.language);
  return [
    ...(organiser === '' ? [] : [{ kind: 'subtitle', text: organiser.toUpperCase() } as const]),
    { kind: 'title', text: minutes.title },
    { kind: 'subtitle', text: minutes.ofWhat },
    { kind: 'subtitle', text: texts.contest(view.title) },
    { kind: 'line', texts: [day, minutes.number, city === '' ? '' : minutes.city(city)] },
    { kind: 'status', text: statusOf(view) },
  ];
}

function statusOf({ input, texts }: MinutesView): string {
  if (input.seal !== null) return texts.sealed(input.seal.number, instantOf(input.seal.sealedAt));
  const provisional = input.categories.some(({ rounds }) => rounds.at(-1)?.standing.provisional ?? true);
  return provisional ? `${texts.provisional}. ${texts.notSealed}` : texts.notSealed;
}

/** Chair and secretary, every juror with how they took part, the quorum, declared conflicts, who was withdrawn. */
export function presentBlocks(view: MinutesView): readonly Block[] {
  const { input, texts, minutes } = view;
  const chair = input.jurors.find((juror) => juror.chair);
  return [
    para(`${minutes.chair}: ${chair === undefined ? minutes.blank : nameAndTitle(chair)}`),
    para(`${minutes.secretary}: ${minutes.blank}`),
    heading(minutes.present),
    {
      kind: 'table',
      columns: [
        { head: '№', percent: 10, align: 'left' },
        { head: texts.juror, percent: 45, align: 'left' },
        { head: texts.attendance, percent: 45, align: 'left' },
      ],
      rows: input.jurors.map((juror) => [view.jurorCode(juror.id), jurorLine(view, juror), seatsOf(view, juror)]),
    },
    ...input.quorums
      .filter(({ of }) => of > 0)
      .map(({ round, of, present, needed }) =>
        para(
          `${view.say(view.round(round).name)}: ${minutes.quorum(of, present, needed)}; ` +
            `${present >= needed ? minutes.quorumMet : minutes.quorumNotMet}.`,
        ),
      ),
    para(`${minutes.invited}: ${minutes.blank}`),
    ...listed(minutes.recusals, minutes.none, recusalsOf(view)),
    ...(input.withdrawn.length === 0
      ? []
      : listed(
          minutes.withdrawn,
          minutes.none,
          input.withdrawn.map(({ number, name, reason }) => `№ ${number} ${name}: ${reason}`),
        )),
  ];
}

const listed = (title: string, none: string, lines: readonly string[]): readonly Block[] =>
  lines.length === 0 ? [para(`${title}: ${none}`)] : [para(`${title}:`), ...lines.map((line) => item(`– ${line}`))];

const nameAndTitle = ({ name, title }: WorkbookJuror): string => [name, title].filter((part) => part !== '').join(', ');

const jurorLine = ({ texts }: MinutesView, juror: WorkbookJuror): string =>
  `${nameAndTitle(juror)}${juror.chair ? ` (${texts.chairMark})` : ''}`;

function seatsOf(view: MinutesView, { seats }: WorkbookJuror): string {
  return seats
    .map(({ round, attendance }) => {
      const [what, why] = attendanceOf(view, attendance, view.minutes.tookPart);
      return `${view.say(view.round(round).name)}: ${what}${why === '' ? '' : ` (${why})`}`;
    })
    .join('\n');
}

function recusalsOf(view: MinutesView): readonly string[] {
  const { input, minutes } = view;
  const names = new Map(input.jurors.map(({ id, name }) => [id, name]));
  return input.categories.flatMap(({ rounds }) =>
    rounds.flatMap(({ standing, explanations }) =>
      explanations.flatMap((explained) =>
        explained.rounds
          .filter(({ round }) => round === standing.round)
          .flatMap(({ round, cards }) =>
            cards.flatMap(({ juror, recusalGround }) =>
              recusalGround === null
                ? []
                : [
                    `${view.jurorCode(juror)} ${names.get(juror) ?? ''} — ${view.nameOfEntry(explained.entry)} ` +
                      `(${view.say(view.round(round).name)}): ${minutes.grounds[recusalGround]}`,
                  ],
            ),
          ),
      ),
    ),
  );
}
