import { useState } from 'react';
import { Check, Files, Gavel, HardDrive, LayoutGrid, ListOrdered, SlidersHorizontal, Users } from 'lucide-react';
import { AppFrame, Nav } from '../../components/AppFrame';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { SidePanel, Split } from '../../components/SidePanel';
import { PictureSheet } from './DataSheets';

const places = ['overview', 'setup', 'nominees', 'jury', 'ballots', 'ranking'] as const;
type Place = (typeof places)[number];

export function FrameSheet() {
  const [place, setPlace] = useState<Place>('setup');
  return (
    <AppFrame
      skipLabel="Мазмұнға өту"
      nav={
        <Nav<Place>
          label="Негізгі мәзір"
          contest={{ name: 'Jana Béles 2026', stage: 'Сырттай бағалау' }}
          contestMenu={[{ id: 'close', label: 'Байқауды жабу', onAction: () => undefined }]}
          current={place}
          onGo={setPlace}
          groups={[
            { id: 'top', items: [{ id: 'overview', label: 'Шолу', icon: <LayoutGrid className="ic" aria-hidden /> }] },
            {
              id: 'prepare',
              title: 'Дайындық',
              items: [
                {
                  id: 'setup',
                  label: 'Баптау',
                  icon: <SlidersHorizontal className="ic" aria-hidden />,
                  count: 1,
                  waitLabel: 'күтіп тұр',
                },
                { id: 'nominees', label: 'Номинанттар', icon: <Users className="ic" aria-hidden />, count: 72 },
                { id: 'jury', label: 'Қазылар алқасы', icon: <Gavel className="ic" aria-hidden />, count: 7 },
              ],
            },
            {
              id: 'score',
              title: 'Бағалау',
              items: [
                {
                  id: 'ballots',
                  label: 'Бағалау парақтары',
                  icon: <Files className="ic" aria-hidden />,
                  count: '5 / 7',
                },
                { id: 'ranking', label: 'Рейтинг', icon: <ListOrdered className="ic" aria-hidden />, isDisabled: true },
              ],
            },
          ]}
          foot={
            <>
              <span>
                <Check className="ic ok" aria-hidden />
                Осы компьютерде сақталды
              </span>
              <span>
                <HardDrive className="ic" aria-hidden />
                Файлға жазылды: 14:32
              </span>
            </>
          }
        />
      }
    >
      <Split
        panel={
          <SidePanel
            title="Почему 8-е место выше 9-го"
            sub="Лидерство перевесило успеваемость."
            closeLabel="Жабу"
            onClose={() => setPlace('overview')}
            foot={
              <>
                <span className="note">До нажатия ничего не записано</span>
                <Button>Отмена</Button>
                <Button variant="primary">Добавить 41</Button>
              </>
            }
          >
            <p className="t2">Согласие жюри среднее.</p>
          </SidePanel>
        }
      >
        <PageHead
          title="Салмақтар теңеспеді: 5 % жетпейді"
          sub="Парақтар берілгенше өзгертуге болады. Кейін — тек себебін жазып."
          actions={<Button variant="primary">Парақтарды импорттау</Button>}
        />
        <div className="stack">
          <PictureSheet />
        </div>
      </Split>
    </AppFrame>
  );
}
