/** Tabs as the WAI-ARIA authoring practices have them: arrows, Home and End go from tab to tab. */
export function connectTabs(list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const select = (chosen: HTMLElement) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      (document.getElementById(tab.getAttribute("aria-controls") as string) as HTMLElement).hidden = !isChosen;
    }
  };
  for (const [i, tab] of tabs.entries()) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", ({ key }) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[key];
      const next = to === undefined ? undefined : tabs[to % tabs.length];
      if (next === undefined) return;
      select(next);
      next.focus();
    });
  }
}
