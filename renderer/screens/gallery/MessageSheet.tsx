import { useState } from 'react';
import { Ban, CircleDashed, CircleSlash2, Diamond, Equal, Hourglass } from 'lucide-react';
import { Badge } from '../../components/Badge';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { Disclosure } from '../../components/Disclosure';
import { Fingerprint } from '../../components/Fingerprint';
import { QrCode } from '../../components/QrCode';
import { EmptyState } from '../../components/EmptyState';
import { FileDrop } from '../../components/FileDrop';
import { KeyHints } from '../../components/KeyHints';
import { KeysTable } from '../../components/KeysTable';
import { Popover } from '../../components/Popover';
import { ProgressBeam } from '../../components/Progress';
import { Saved } from '../../components/Saved';
import { toast } from '../../components/Toast';
import { say } from './samples';

/** A corner of a code: enough to see its paper and ink. */
const sampleQr = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

export function MessageSheet() {
  const [asking, setAsking] = useState(location.hash === '#dialog');
  const [showsKeys, setShowsKeys] = useState(false);
  return (
    <>
      <div className="row-wrap">
        <Badge tone="calm">{say('Жіберілді')}</Badge>
        <Badge tone="done">{say('Парақ қабылданды')}</Badge>
        <Badge icon={<Hourglass className="ic" aria-hidden />}>{say('Тексерілуде')}</Badge>
        <Badge tone="wait" icon={<CircleDashed className="ic" aria-hidden />}>
          {say('Келісім жоқ')}
        </Badge>
        <Badge tone="wait" icon={<Equal className="ic" aria-hidden />}>
          {say('Теңдік')}
        </Badge>
        <Badge tone="wrong" icon={<Diamond className="ic" aria-hidden />}>
          {say('Мүдделер қақтығысы')}
        </Badge>
        <Badge tone="wrong" icon={<Ban className="ic" aria-hidden />}>
          {say('Алып тасталды')}
        </Badge>
        <Badge icon={<CircleSlash2 className="ic" aria-hidden />}>{say('Өздігінен бас тарту')}</Badge>
        <Badge tone="gold">{say('Лауреат')}</Badge>
        <Badge tone="provisional">{say('Алдын ала')}</Badge>
        <Badge tone="seal">{say('Мөрленген')}</Badge>
      </div>
      <div className="gallery-grid">
        <QrCode rows={sampleQr} label={say('QR коды')} />
        <Fingerprint sha256={'0f'.repeat(32)} label={say('Мөрдің белгісі')} />
        <Banner>{say('Екінші кезең өткендерден басталады: 20 студент пен 8 ұйым.')}</Banner>
        <Banner tone="wait" actions={<Button size="small">{say('Еске салу')}</Button>}>
          {say('№ 6 парақ қайтарылмады. Онсыз кезең жабылмайды.')}
        </Banner>
        <Banner tone="wrong">{say('Файл зақымдалған. Байқау өзгерген жоқ. Қайта жіберуді сұраңыз.')}</Banner>
        <Banner tone="gold">{say('Лауреаттар: 10.')}</Banner>
        <div>
          <Disclosure label={say('Өзгерген ұяшықтар: 3')} name="Ли Виктор">
            {null}
          </Disclosure>
          <Disclosure label={say('Өзгерген ұяшықтар: 1')} name="Қалиева Ұлжан" startsOpen>
            <p className="small t2">{say('№ 17: 8 орнына 9')}</p>
          </Disclosure>
        </div>
        <ProgressBeam
          value={0.31}
          label={say('Импорт')}
          figures={say('Импорт: 3 120 / 10 000 жол')}
          stopLabel={say('Тоқтату')}
          onStop={() => undefined}
        />
        <div className="row">
          <Saved state="saved">{say('Сақталды, 14:32')}</Saved>
          <Saved state="failed">{say('Сақталмады')}</Saved>
        </div>
      </div>
      <div className="row-wrap">
        <Button
          onPress={() =>
            toast({ text: say('Парақ қабылданды: Ли Виктор'), undoLabel: say('Қайтару'), onUndo: () => undefined })
          }
        >
          {say('Хабарлама')}
        </Button>
        <Button onPress={() => setAsking(true)}>{say('Шешім…')}</Button>
        <Popover label={say('Толығырақ')} trigger={<Button>{say('Толығырақ')}</Button>}>
          {say('Балл, басым өлшемшарт және медиана тең.')}
        </Popover>
      </div>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={say('Номинантты алып тастау керек пе?')}
        confirmLabel={say('Алып тастау')}
        cancelLabel={say('Бас тарту')}
        danger
        onConfirm={() => setAsking(false)}
        reason={{ label: say('Негіздеме'), help: say('Хаттамаға енеді'), missing: say('Негіздемені жазыңыз') }}
      >
        {say('Бағалар сақталады, бірақ рейтингке кірмейді.')}
      </ConfirmDialog>
      <FileDrop label={say('Тіркеу кестесі')} onFiles={() => undefined}>
        <EmptyState
          title={say('Әзірге номинант жоқ')}
          actions={<Button variant="primary">{say('Кестені таңдау')}</Button>}
        >
          {say('Тіркеу кестесін осы терезеге сүйреп әкеліңіз: .xlsx немесе .csv.')}
        </EmptyState>
      </FileDrop>
      <KeyHints
        hints={[
          { keys: ['0', '–', '9'], word: say('баға') },
          { keys: ['ArrowUp', 'ArrowDown'], word: say('өлшемшарт') },
          { keys: ['Del'], word: say('бағаны өшіру') },
          { keys: ['Ctrl', 'Z'], word: say('қайтару') },
        ]}
        end={
          <Button variant="quiet" size="small" onPress={() => setShowsKeys(true)}>
            {say('барлық пернелер')}
          </Button>
        }
      />
      {showsKeys ? (
        <KeysTable
          title={say('Барлық пернелер')}
          rows={[
            { keys: ['0', '…', '9'], word: say('баға') },
            { keys: ['Ctrl', 'Z'], word: say('қайтару') },
          ]}
          closeLabel={say('Бас тарту')}
          onClose={() => setShowsKeys(false)}
        />
      ) : null}
    </>
  );
}
