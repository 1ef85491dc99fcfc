import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Button } from './Button';

/** What is long stays folded until somebody asks for it. */
export function Disclosure({
  label,
  name,
  startsOpen = false,
  children,
}: {
  readonly label: string;
  /** For screen readers, where several on the page have one label. */
  readonly name: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(startsOpen);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className="disclosure">
      <Button
        variant="quiet"
        size="small"
        icon={<Arrow className="ic" aria-hidden />}
        aria-label={`${label}: ${name}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => {
          setOpen(!isOpen);
        }}
      >
        {label}
      </Button>
      <div id={id}>{isOpen ? children : null}</div>
    </div>
  );
}
