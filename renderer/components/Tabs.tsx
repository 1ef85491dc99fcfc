import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { classes } from './classes';

export interface TabPlace<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly count?: string | number;
  /** The count is something that waits: clay. */
  readonly waits?: boolean;
  readonly isDisabled?: boolean;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly places: readonly TabPlace<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** What stands in the chosen place. */
  readonly children: ReactNode;
  readonly className?: string;
}

/** Places within one page. Arrows move between them; only the chosen place is drawn. */
export function Tabs<Id extends string>({ label, places, value, onChange, children, className }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={className ?? ''}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = places.find((place) => place.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <TabList aria-label={label} className="tabs">
        {places.map((place) => (
          <Tab key={place.id} id={place.id} className="tab" isDisabled={place.isDisabled ?? false}>
            {place.label}
            {place.count === undefined ? null : (
              <span className={classes('count', place.waits === true && 'wait')}>{place.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {/* A panel keeps the id it was born with: without a key the tab would point at one that is not there. */}
      <TabPanel key={value} id={value} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
