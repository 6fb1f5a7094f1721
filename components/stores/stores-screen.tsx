import { DeskPage } from "#components/desk/desk-frame.tsx";
import { CapturePolicyForm, type PolicyChange } from "#components/stores/capture-policy-form.tsx";
import type { Result } from "#lib/problem.ts";
import type { CapturePolicy } from "#lib/store.ts";

export type StoreView = {
  id: string;
  name: string;
  /** How its sales' numbers begin. */
  code: string;
  registers: number;
  capturePolicy: CapturePolicy;
};

export type StoresScreenProps = {
  stores: StoreView[];
  setCapturePolicy: (input: PolicyChange) => Promise<Result<null>>;
};

/** The stores of the house, and how each of them takes approved money. */
export function StoresScreen({ stores, setCapturePolicy }: StoresScreenProps) {
  return (
    <DeskPage title="Stores" lead="When each store takes the money that Sezzle has approved.">
      <ul aria-label="Stores" className="flex flex-col gap-4">
        {stores.map((store) => (
          <li
            key={store.id}
            className="flex flex-col gap-4 rounded-card border border-line bg-card p-4 sm:p-5"
          >
            <div>
              <h2 className="text-title font-semibold">{store.name}</h2>
              <p className="text-label text-soft">
                {store.code} · {store.registers === 1 ? "1 register" : `${store.registers} registers`}
              </p>
            </div>
            <CapturePolicyForm
              // What was saved, here or elsewhere, begins the choice anew.
              key={store.capturePolicy}
              store={store}
              save={setCapturePolicy}
            />
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
