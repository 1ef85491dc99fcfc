import { useState } from 'react';
import { Check, Files, Gavel, HardDrive, LayoutGrid, ListOrdered, SlidersHorizontal, Users } from 'lucide-react';
import { AppFrame, Nav } from '../../components/AppFrame';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { SidePanel, Split } from '../../components/SidePanel';
import { PictureSheet } from './DataSheets';
import { say } from './samples';

const places = ['overview', 'setup', 'nominees', 'jury', 'ballots', 'ranking'] as const;
type Place = (typeof places)[number];

export function FrameSheet() {
  const [place, setPlace] = useState<Place>('setup');
  return (
    <AppFrame
      skipLabel={say('Мазмұнға өту')}
      nav={
        <Nav<Place>
          label={say('Негізгі мәзір')}
          contest={{ name: 'Jana Béles 2026', stage: say('Сырттай бағалау') }}
          contestMenu={[{ id: 'close', label: say('Байқауды жабу'), onAction: () => undefined }]}
          current={place}
          onGo={setPlace}
          groups={[
            {
              id: 'top',
              items: [{ id: 'overview', label: say('Шолу'), icon: <LayoutGrid className="ic" aria-hidden /> }],
            },
            {
              id: 'prepare',
              title: say('Дайындық'),
              items: [
                {
                  id: 'setup',
                  label: say('Баптау'),
                  icon: <SlidersHorizontal className="ic" aria-hidden />,
                  count: 1,
                  waitLabel: say('күтіп тұр'),
                },
                { id: 'nominees', label: say('Номинанттар'), icon: <Users className="ic" aria-hidden />, count: 72 },
                { id: 'jury', label: say('Қазылар алқасы'), icon: <Gavel className="ic" aria-hidden />, count: 7 },
              ],
            },
            {
              id: 'score',
              title: say('Бағалау'),
              items: [
                {
                  id: 'ballots',
                  label: say('Бағалау парақтары'),
                  icon: <Files className="ic" aria-hidden />,
                  count: '5 / 7',
                },
                {
                  id: 'ranking',
                  label: say('Рейтинг'),
                  icon: <ListOrdered className="ic" aria-hidden />,
                  isDisabled: true,
                },
              ],
            },
          ]}
          foot={
            <>
              <span>
                <Check className="ic ok" aria-hidden />
                {say('Осы компьютерде сақталды')}
              </span>
              <span>
                <HardDrive className="ic" aria-hidden />
                {say('Файлға жазылды: 14:32')}
              </span>
            </>
          }
        />
      }
    >
      <Split
        panel={
          <SidePanel
            title={say('8-орын неге 9-орыннан жоғары')}
            sub={say('Көшбасшылық үлгерімнен басым түсті.')}
            closeLabel={say('Жабу')}
            onClose={() => setPlace('overview')}
            foot={
              <>
                <span className="note">{say('Басылғанша ештеңе жазылмайды')}</span>
                <Button>{say('Бас тарту')}</Button>
                <Button variant="primary">{say('Қосу: 41')}</Button>
              </>
            }
          >
            <p className="t2">{say('Қазылардың келісімі орташа.')}</p>
          </SidePanel>
        }
      >
        <PageHead
          title={say('Салмақтар теңеспеді: 5 % жетпейді')}
          sub={say('Парақтар берілгенше өзгертуге болады. Кейін — тек себебін жазып.')}
          actions={<Button variant="primary">{say('Парақтарды импорттау')}</Button>}
        />
        <div className="stack">
          <PictureSheet />
        </div>
      </Split>
    </AppFrame>
  );
}
