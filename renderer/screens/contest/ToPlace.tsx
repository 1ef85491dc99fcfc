import { ArrowRight } from 'lucide-react';
import type { Place } from '@shared/model/menu';
import { Button } from '../../components/Button';
import { useSession } from '../../stores/session';

/** The way from a banner to the place where something is done about it. */
export function ToPlace({ place, children }: { readonly place: Place; readonly children: string }) {
  const goTo = useSession((s) => s.goTo);
  return (
    <Button
      variant="quiet"
      size="small"
      iconEnd={<ArrowRight className="ic" aria-hidden />}
      onPress={() => {
        goTo(place);
      }}
    >
      {children}
    </Button>
  );
}
