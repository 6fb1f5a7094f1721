"use client";

import { Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { EraseSheet } from "#components/shoppers/erase-sheet.tsx";
import { ShopperCard } from "#components/shoppers/shopper-card.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { formatAsTyped, readContact } from "#lib/contact.ts";
import type { Result } from "#lib/problem.ts";
import type { ErasureReason, ShopperData } from "#lib/shopper-data.ts";
import { contactWords } from "#lib/words/contact-words.ts";
import { dataRightsWords } from "#lib/words/data-rights-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type DataRightsScreenProps = {
  now: Date;
  hrefOf: (saleId: string) => string;
  lookUp: (input: { contact: string }) => Promise<Result<ShopperData>>;
  erase: (input: { contact: string; reason: ErasureReason }) => Promise<Result<{ sales: number }>>;
};

type Shown = { contact: string; data: ShopperData };

/** What is held of one shopper, for whoever asks for their data, and the way to erase it. */
export function DataRightsScreen({ now, hrefOf, lookUp, erase }: DataRightsScreenProps) {
  const words = useWords(dataRightsWords);
  const act = useAct(noAnswerWithoutMoneyProblem);
  const [text, setText] = useState("");
  const [pressed, setPressed] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [isErasing, setErasing] = useState(false);
  const [erasedSales, setErasedSales] = useState<number | null>(null);
  const faults = useWords(contactWords);
  const reading = readContact(text);
  const fault =
    reading.kind === "wrong" ? faults[reading.fault] : reading.kind === "incomplete" ? words.notWhole : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPressed(true);
    if (fault) return;
    setShown(null);
    setErasedSales(null);
    const contact = text.trim();
    const result = await act.run(() => lookUp({ contact }));
    if (result?.ok) setShown({ contact, data: result.value });
  }

  return (
    <DeskPage title={words.title} lead={words.lead}>
      <Card title={words.lookUpTitle}>
        <form onSubmit={submit} noValidate autoComplete="off" className="flex flex-col gap-3">
          <div className="flex flex-wrap items-start gap-3">
            <Field
              label={words.contact}
              value={text}
              maxLength={254}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              data-1p-ignore
              hint={words.hint}
              error={pressed ? fault : null}
              onChange={(event) => {
                setPressed(false);
                setText(formatAsTyped(event.currentTarget.value));
              }}
              className="min-w-0 flex-1 basis-72"
            />
            <Button
              type="submit"
              variant="primary"
              busy={act.busy}
              busyLabel={words.looking}
              icon={<Search aria-hidden size={20} />}
              className="max-sm:w-full sm:mt-6"
            >
              {words.lookUp}
            </Button>
          </div>
          {act.problem ? <ProblemCard problem={act.problem} onDismiss={act.dismiss} /> : null}
        </form>
      </Card>
      {erasedSales === null ? null : (
        <p role="status" className="rounded-card border border-line bg-card p-5 text-body">
          <span className="block font-semibold">{words.erased}</span>
          {words.erasedFrom(erasedSales)}
        </p>
      )}
      {shown ? (
        <ShopperCard data={shown.data} now={now} hrefOf={hrefOf} onErase={() => setErasing(true)} />
      ) : null}
      {isErasing && shown ? (
        <EraseSheet
          data={shown.data}
          erase={(reason) => erase({ contact: shown.contact, reason })}
          onErased={(sales) => {
            setErasedSales(sales);
            setShown(null);
            setText("");
            setPressed(false);
          }}
          onClose={() => setErasing(false)}
        />
      ) : null}
    </DeskPage>
  );
}
