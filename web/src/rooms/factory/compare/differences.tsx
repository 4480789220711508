import type { Sheet } from "../viewer/data";
import { differing } from "../viewer/facts";

/** What isn't the same in all of some products, as a table. */
export function Differences({ products }: { products: readonly Sheet[] }) {
  const rows = differing(
    products.map(({ prompt, negativePrompt, provider, model, parameters }) => ({
      ...(typeof parameters === "object" && parameters),
      Prompt: prompt,
      "Negative prompt": negativePrompt,
      Provider: provider,
      Model: model,
    })),
  );
  return (
    <section
      aria-labelledby="differences"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
      tabIndex={0}
      className="shrink-0 overflow-x-auto px-3 py-5 -outline-offset-2 md:px-5"
    >
      <h2 id="differences" className="mb-2 font-semibold text-sm">
        What differs
      </h2>
      {rows.length === 0 ? (
        <p className="text-ink-soft text-sm">
          Nothing that is known: they were made from the same prompt with the same parameters.
        </p>
      ) : (
        <table className="w-full min-w-md text-left text-sm">
          <thead>
            <tr className="border-line border-b text-ink-faint text-xs">
              <th scope="col" className="py-1.5 pr-4 font-normal">
                Parameter
              </th>
              {products.map(({ id }, index) => (
                <th key={id} scope="col" className="py-1.5 pr-4 font-normal">
                  {index + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, values }) => (
              <tr key={name} className="border-line border-b align-top">
                <th scope="row" className="py-1.5 pr-4 font-normal text-ink-faint">
                  {name}
                </th>
                {values.map((value, index) => (
                  <td key={products[index]?.id} className="break-words py-1.5 pr-4 tabular-nums">
                    {value === "" ? "–" : value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
