import { useState } from 'react';
import { formatNumber, formatPercent } from '@shared/domain/format';
import { ArmsPlot } from '../../components/ArmsPlot';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { CriterionCard } from '../../components/CriterionCard';
import { Disc } from '../../components/Disc';
import { LaureateLine } from '../../components/LaureateLine';
import { MarkCell } from '../../components/MarkCell';
import { Matrix } from '../../components/Matrix';
import { RangePlot } from '../../components/RangePlot';
import { ShareBar } from '../../components/ShareBar';
import { StripPlot } from '../../components/StripPlot';
import { ColumnHead, Row, Table, TwoLines } from '../../components/Table';
import { VirtualTable } from '../../components/VirtualTable';
import { WeightBeam } from '../../components/WeightBeam';
import { cells, group, words } from './matrixSamples';
import { languageNow, say } from './samples';

const ten = { min: 0, max: 10, step: 1 };
const long = { min: 0, max: 100, step: 0.5 };
const figure = (value: number) => formatNumber(value, languageNow());
const levels = () => [
  { from: 9, to: 10, range: '9–10', text: say('Өз жобасын бастаған, нәтижесі республикаға белгілі') },
  { from: 6, to: 8, range: '6–8', text: say('Қалалық жобалардың тұрақты жетекшісі болған') },
  { from: 0, to: 5, range: '0–5', text: say('Университет ішіндегі шараларға қатысады') },
];

export function MarkSheet() {
  const [marks, setMarks] = useState<Readonly<Record<string, number | null>>>({
    a: null,
    b: 7,
    c: 0,
    d: 8,
    e: 87.5,
    f: 6,
  });
  const card = (id: string, name: string, more: { readonly current?: boolean; readonly readOnly?: boolean } = {}) => (
    <CriterionCard
      name={name}
      weight={formatPercent(20, languageNow())}
      scale={id === 'e' ? long : id === 'g' ? { min: 1, max: 5, step: 0.5 } : ten}
      value={marks[id] ?? null}
      onChange={(value) => setMarks((all) => ({ ...all, [id]: value }))}
      format={figure}
      notOnScale={say('0 мен 100 арасында, қадамы 0,5')}
      levels={levels()}
      {...more}
    />
  );
  return (
    <>
      <div className="gallery-grid gallery-wide">
        <div>
          {card('a', say('Оқу үлгерімі (GPA)'))}
          {card('b', say('Студенттік өзін-өзі басқарудағы көшбасшылық'))}
          {card('c', say('Ғылым және инновация'))}
          {card('f', say('Тапсырылған парақ'), { readOnly: true })}
        </div>
        <div>
          {card('d', say('Қоғамдық және волонтерлік белсенділік'), { current: true })}
          {card('e', say('Ұзын шкала'))}
          {card('g', say('Жарты қадамдар'))}
        </div>
      </div>
      <div className="legend">
        {([8, 0, null] as const).map((value) => (
          <span key={String(value)}>
            <MarkCell value={value} blankLabel={say('баға жоқ')} />
            {value === null ? say('баға жоқ') : value === 0 ? say('нөл') : say('баға')}
          </span>
        ))}
        {(['full', 'part', 'none', 'recused', 'absent', 'gold'] as const).map((state) => (
          <span key={state}>
            <Disc state={state} />
            {state}
          </span>
        ))}
      </div>
    </>
  );
}

const groups = () => [group('s', say('Үздік студент'), 60), group('o', say('Үздік ұйым'), 12)];
const jurors = () => [
  { id: '1', name: 'Әбілқасымова Гүлмира', note: say('төрайым'), cells: cells({}), end: '72 / 72' },
  { id: '2', name: 'Бекмұратов Дәурен', cells: cells({ 30: 'recused' }), end: '71 / 71' },
  {
    id: '3',
    name: 'Жақсылықов Ерлан',
    cells: cells({ 16: 'part', 43: 'blank', 60: 'absent' }),
    end: '70 / 72',
    waits: true,
  },
  { id: '4', name: 'Нұрпейісова Айгерім', cells: cells({}, 'none'), end: say('парақ жоқ'), waits: true },
];
const ranking = [
  { place: 8, name: 'Ұзақбаева Гүлназ', from: 'ҚазҰУ', total: 85.57, marks: [78, 81, 83, 88, 93] },
  { place: 9, name: 'Кенжебаев Әділет', from: 'ҚазҰТЗУ', total: 84.57, marks: [80, 84, 86, 90] },
  { place: 10, name: 'Байжанов Арсен', from: 'Нархоз', total: 84.29, marks: [76, 84, 88, 90] },
  { place: 10, name: 'Сейдахметова Аружан', from: 'ҚазҰМУ', total: 84.29, marks: [80, 83, 85, 88] },
];
const many = Array.from({ length: 10_000 }, (_, index) => ({
  id: String(index),
  number: index + 1,
}));

export function PictureSheet() {
  const [current, setCurrent] = useState('3');
  return (
    <>
      <Matrix
        label={say('Бағалау барысы')}
        corner={say('Қазы')}
        endLabel={say('Бағаланды')}
        groups={groups()}
        rows={jurors()}
        words={words()}
      />
      <div className="gallery-grid gallery-wide">
        <Table label={say('Рейтинг')} fixed>
          <thead>
            <tr>
              <ColumnHead width="4rem" align="right">
                {say('Орын')}
              </ColumnHead>
              <ColumnHead>{say('Номинант')}</ColumnHead>
              <ColumnHead width="9rem">70 – 100</ColumnHead>
              <ColumnHead width="5rem" align="right" sort="descending" onSort={() => undefined}>
                {say('Балл')}
              </ColumnHead>
            </tr>
          </thead>
          <tbody>
            {ranking.map((one, index) => [
              index === 3 ? <LaureateLine key="line" columns={4} text={say('Лауреаттар шегі: 10 / 60')} open /> : null,
              <Row key={one.name} laureate={index < 2} tie={index > 1} current={index === 0}>
                <td className="r place">{one.place}</td>
                <td>
                  {one.name} <small className="caption">{one.from}</small>
                </td>
                <td>
                  <StripPlot
                    min={70}
                    max={100}
                    ticks={one.marks}
                    result={one.total}
                    laureate={index < 2}
                    label={one.name}
                  />
                </td>
                <td className="r total">{formatNumber(one.total, languageNow(), { minDecimals: 2 })}</td>
              </Row>,
            ])}
          </tbody>
        </Table>
        <ArmsPlot
          a={{ name: 'Ұзақбаева Гүлназ', total: '85,57' }}
          b={{ name: 'Кенжебаев Әділет', total: '84,57' }}
          format={(value) => formatNumber(value, languageNow(), { sign: true, minDecimals: 2 })}
          evenWord={say('тең')}
          rows={[
            { id: '1', label: say('Оқу үлгерімі (GPA)'), difference: -2 },
            { id: '2', label: say('Студенттік өзін-өзі басқарудағы көшбасшылық'), difference: 2.14 },
            { id: '3', label: say('Ғылым және инновация'), difference: -0.21 },
            { id: '4', label: say('Шығармашылық және спорт'), difference: 0 },
          ]}
        />
      </div>
      <div className="gallery-grid gallery-wide">
        <div>
          <StripPlot min={-10} max={10} zero={0} ticks={[-6, -3, -2.5, 0, 1]} result={-2.1} label="-6 – 1" />
          <RangePlot min={1} max={20} low={2} high={9} mark={4} laureate label="2 – 9" />
          <RangePlot min={1} max={20} low={10} high={17} mark={11} label="10 – 17" />
        </div>
        <div>
          <ShareBar min={-0.1} max={0.6} share={0.55} beside={0.25} label="55 %" />
          <ShareBar min={-0.1} max={0.6} share={-0.06} beside={0.2} label="-6 %" />
        </div>
      </div>
      <WeightBeam
        label={say('Салмақтар')}
        whole={100}
        ticks={['0', '25', '50', '75', '100']}
        sum="95 %"
        restLabel={say('5 % жетпейді')}
        selectedId="e"
        segments={[20, 25, 25, 15, 10].map((weight, index) => ({
          id: 'abcde'.charAt(index),
          name: `${say('Өлшемшарт')} ${String(index + 1)}`,
          weight,
          text: String(weight),
        }))}
        action={<Button size="small">{say('Қалғанын тең бөлу')}</Button>}
      />
      <div className="gallery-virtual">
        <VirtualTable
          label={say('Номинанттар')}
          items={many}
          itemKey={(item) => item.id}
          rowHeight={52}
          currentKey={current}
          onCurrent={(item) => setCurrent(item.id)}
          columns={[
            {
              id: 'n',
              head: '№',
              width: '4rem',
              align: 'right',
              cell: (_, index) => <span className="num t3">{index + 1}</span>,
            },
            {
              id: 'name',
              head: say('Номинант'),
              width: 'minmax(0, 1fr)',
              sort: 'ascending',
              onSort: () => undefined,
              cell: (item) => (
                <TwoLines title={`${say('Номинант')} ${String(item.number)}`} note={say('ҚазҰУ, 3-курс')} />
              ),
            },
            {
              id: 'check',
              head: say('Тексеру'),
              width: '10rem',
              cell: () => <Badge tone="calm">{say('Жіберілді')}</Badge>,
            },
          ]}
        />
      </div>
    </>
  );
}
