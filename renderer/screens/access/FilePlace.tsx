import { useState } from 'react';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Table, TwoLines } from '../../components/Table';
import { useText } from '../../i18n';
import { useSaveElsewhere } from '../contest/useSaveElsewhere';
import { MoveDialog } from './MoveDialog';

/** Where the file is, and how it gets elsewhere: with the work, or to work on at another computer. */
export function FilePlace() {
  const t = useText();
  const saveElsewhere = useSaveElsewhere();
  const [isMoving, setMoving] = useState(false);
  // A failure comes back with the state of the file, and the dialog says it.
  const prepare = () => {
    setMoving(true);
    void api.call('contest.publish', {});
  };
  return (
    <section>
      <h2 className="sec">{t('access:place.title')}</h2>
      <Table label={t('access:place.title')} twoLine>
        <tbody>
          <tr>
            <td>
              <TwoLines title={t('access:place.move')} note={t('access:place.moveNote')} />
            </td>
            <td className="r nowrap">
              <Button size="small" onPress={prepare}>
                {t('access:place.moveGo')}
              </Button>
            </td>
          </tr>
          <tr>
            <td>
              <TwoLines title={t('access:place.elsewhere')} note={t('access:place.elsewhereNote')} />
            </td>
            <td className="r nowrap">
              <Button size="small" onPress={() => void saveElsewhere()}>
                {t('access:place.elsewhereGo')}
              </Button>
            </td>
          </tr>
        </tbody>
      </Table>
      {isMoving ? (
        <MoveDialog
          onClose={() => {
            setMoving(false);
          }}
        />
      ) : null}
    </section>
  );
}
