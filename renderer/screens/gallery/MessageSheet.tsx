import { useState } from 'react';
import { Ban, CircleDashed, CircleSlash2, Diamond, Equal, Hourglass } from 'lucide-react';
import { Badge } from '../../components/Badge';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { FileDrop } from '../../components/FileDrop';
import { KeyHints } from '../../components/KeyHints';
import { Popover } from '../../components/Popover';
import { ProgressBeam } from '../../components/Progress';
import { Saved } from '../../components/Saved';
import { toast } from '../../components/Toast';

export function MessageSheet() {
  const [asking, setAsking] = useState(location.hash === '#dialog');
  return (
    <>
      <div className="row-wrap">
        <Badge tone="calm">Допущено</Badge>
        <Badge tone="done">Лист принят</Badge>
        <Badge icon={<Hourglass className="ic" aria-hidden />}>На проверке</Badge>
        <Badge tone="wait" icon={<CircleDashed className="ic" aria-hidden />}>
          Нет согласия
        </Badge>
        <Badge tone="wait" icon={<Equal className="ic" aria-hidden />}>
          Равенство
        </Badge>
        <Badge tone="wrong" icon={<Diamond className="ic" aria-hidden />}>
          Конфликт интересов
        </Badge>
        <Badge tone="wrong" icon={<Ban className="ic" aria-hidden />}>
          Снято
        </Badge>
        <Badge icon={<CircleSlash2 className="ic" aria-hidden />}>Самоотвод</Badge>
        <Badge tone="gold">Лауреат</Badge>
        <Badge tone="provisional">Предварительно</Badge>
        <Badge tone="seal">Опечатано</Badge>
      </div>
      <div className="gallery-grid">
        <Banner>Второй этап начнётся с тех, кто прошёл: 20 студентов и 8 организаций.</Banner>
        <Banner tone="wait" actions={<Button size="small">Напомнить</Button>}>
          Лист № 6 не возвращён. Без него этап не закрыть.
        </Banner>
        <Banner tone="wrong">Файл повреждён. Конкурс не изменился. Попросите прислать его ещё раз.</Banner>
        <Banner tone="gold">Лауреатов: 10.</Banner>
        <ProgressBeam
          value={0.31}
          label="Импорт"
          figures="Импорт: 3 120 из 10 000 строк"
          stopLabel="Остановить"
          onStop={() => undefined}
        />
        <div className="row">
          <Saved state="saved">Сақталды, 14:32</Saved>
          <Saved state="failed">Не сохранено</Saved>
        </div>
      </div>
      <div className="row-wrap">
        <Button
          onPress={() => toast({ text: 'Лист принят: Ли Виктор', undoLabel: 'Отменить', onUndo: () => undefined })}
        >
          Сообщение
        </Button>
        <Button onPress={() => setAsking(true)}>Решение…</Button>
        <Popover label="Подробнее" trigger={<Button>Подробнее</Button>}>
          Балл, приоритетный критерий и медиана равны.
        </Popover>
      </div>
      <ConfirmDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title="Снять номинанта?"
        confirmLabel="Снять"
        cancelLabel="Отмена"
        danger
        onConfirm={() => setAsking(false)}
        reason={{ label: 'Причина', help: 'Войдёт в протокол', missing: 'Напишите причину' }}
      >
        Оценки сохранятся, но в рейтинг не войдут.
      </ConfirmDialog>
      <FileDrop label="Тіркеу кестесі" onFiles={() => undefined}>
        <EmptyState title="Әзірге номинант жоқ" actions={<Button variant="primary">Кестені таңдау</Button>}>
          Тіркеу кестесін осы терезеге сүйреп әкеліңіз: .xlsx немесе .csv.
        </EmptyState>
      </FileDrop>
      <KeyHints
        hints={[
          { keys: ['0', '–', '9'], word: 'баға' },
          { keys: ['ArrowUp', 'ArrowDown'], word: 'өлшемшарт' },
          { keys: ['Del'], word: 'бағаны өшіру' },
          { keys: ['Ctrl', 'Z'], word: 'қайтару' },
        ]}
        end={
          <Button variant="quiet" size="small">
            барлық пернелер
          </Button>
        }
      />
    </>
  );
}
