import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Plus, WifiOff } from "lucide-react";
import { describe, expect, it, vi } from "vitest";
import { faults, show } from "@/testing/render";
import { Avatar } from "./Avatar";
import { Banner } from "./Banner";
import { Button, IconButton } from "./Button";
import { Dialog } from "./Dialog";
import { DiffCell } from "./DiffCell";
import { EmptyState } from "./EmptyState";
import { ChoiceField, SecretField, TextField } from "./Field";
import { FilterChip } from "./FilterChip";
import { ChannelGlyph, MessageGlyph, PersonGlyph, TemperatureGlyph } from "./Glyph";
import { GroupRow } from "./GroupRow";
import { Notice, WhyBox } from "./Notice";
import { Meter, ProgressBar } from "./ProgressBar";
import { RadioCards } from "./RadioCards";
import { LeaderLine, LeaderLines, Paper } from "./Receipt";
import { Rich } from "./Rich";
import { Stepper } from "./Stepper";
import { SegmentedControl, Tabs } from "./Tabs";
import { Tag } from "./Tag";
import { Change, Quote, TimelineDay, TimelineEvent } from "./Timeline";
import { dropOffer, toast } from "./toast";

describe("a button that cannot be pressed now", () => {
  it("keeps the focus, says why and does nothing", async () => {
    const pressed = vi.fn();
    show(
      <Button blocked="Choose a file first" onClick={pressed}>
        Restore
      </Button>,
    );
    const button = screen.getByRole("button", { name: /Restore/ });
    button.focus();
    await userEvent.click(button);
    expect(button).toHaveFocus();
    expect(button).toHaveAccessibleDescription("Choose a file first");
    expect(pressed).not.toHaveBeenCalled();
  });
});

describe("a field", () => {
  it("shows its error in the place of its hint", () => {
    show(<TextField label="Server" hint="For example smtp.cevenol.example." error="Server not found." />);
    expect(screen.getByText("Server not found.")).toBeVisible();
    expect(screen.queryByText(/For example/)).toBeNull();
    expect(screen.getByLabelText("Server")).toBeInvalid();
  });
});

describe("tabs and segments", () => {
  it("move by arrows and go round", async () => {
    const chosen = vi.fn();
    show(
      <Tabs
        label="Show"
        choices={[
          { value: "all", label: "All" },
          { value: "notes", label: "Notes" },
        ]}
        value="notes"
        onChange={chosen}
      />,
    );
    screen.getByRole("tab", { name: "Notes" }).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(chosen).toHaveBeenCalledWith("all");
  });
});

describe("banners", () => {
  it("show the most serious and count the others", () => {
    show(
      <Banner
        banners={[
          { id: "sample", tone: "accent", icon: Plus, weight: 1, words: "Sample data" },
          { id: "held", tone: "warn", icon: WifiOff, weight: 4, words: "Everything is held" },
        ]}
      />,
    );
    expect(screen.getByText("Everything is held")).toBeVisible();
    expect(screen.queryByText("Sample data")).toBeNull();
    expect(screen.getByText("+ 1")).toBeVisible();
  });
});

describe("a dialog", () => {
  it("takes the safe choice on Esc", async () => {
    const kept = vi.fn();
    const acted = vi.fn();
    show(
      <Dialog open title="Replace this desk?" keep="Keep" act="Replace" danger onKeep={kept} onAct={acted}>
        What changed since then leaves.
      </Dialog>,
    );
    await waitFor(() => expect(screen.getByRole("button", { name: "Keep" })).toHaveFocus());
    await userEvent.keyboard("{Escape}");
    expect(kept).toHaveBeenCalled();
    expect(acted).not.toHaveBeenCalled();
  });
});

describe("a toast", () => {
  it("offers its act once and closes", async () => {
    const undone = vi.fn();
    show(<span />);
    toast({ words: "Status changed for 12 people", action: { label: "Undo", run: undone } });
    await userEvent.click(await screen.findByText("Undo"));
    expect(undone).toHaveBeenCalledTimes(1);
  });
});

describe("the toast of an operation", () => {
  it("goes when its operation is taken back from elsewhere, and no other goes", async () => {
    show(<span />);
    toast({ words: "Left one", action: { label: "Undo", run: () => {}, operation: "op1" } });
    toast({ words: "Left two", action: { label: "Undo", run: () => {}, operation: "op2" } });
    expect(await screen.findByText("Left one")).toBeInTheDocument();
    dropOffer("op1");
    dropOffer("op9");
    await waitFor(() => expect(screen.queryByText("Left one")).toBeNull());
    expect(screen.getByText("Left two")).toBeInTheDocument();
  });
});

describe("bars", () => {
  it("say their shares in words", () => {
    show(
      <ProgressBar
        label="Run 13"
        total={268}
        shares={[
          { id: "done", value: 100, tone: "ok", label: "done" },
          { id: "work", value: 0, tone: "accent", label: "in work" },
          { id: "wait", value: 47, tone: "quiet", label: "waiting" },
        ]}
      />,
    );
    const bar = screen.getByRole("progressbar");
    expect(bar).toHaveAttribute("aria-valuetext", "done 100, waiting 47");
    expect(bar).toHaveAttribute("aria-valuenow", "147");
  });
});

describe("bold words of a text", () => {
  it("are the only thing understood in it", () => {
    const { container } = show(
      <p>
        <Rich text="Sent: <b>Your <i>works</i></b> today" />
      </p>,
    );
    expect(container.querySelector("b")).toHaveTextContent("Your <i>works</i>");
    expect(container.querySelector("i")).toBeNull();
  });
});

const pieces: Array<[string, React.ReactNode]> = [
  ["buttons", <IconButton key="b" label="Columns" icon={Plus} />],
  ["fields", <SecretField key="f" label="Password" hint="Never read back." />],
  ["choices", <ChoiceField key="c" label="Field" data={["a", "b"]} value="a" onChange={() => {}} />],
  ["person glyphs", <PersonGlyph key="g" progress="qualified" label="Qualified" />],
  ["message glyphs", <MessageGlyph key="m" progress="unknown" label="Unknown" />],
  ["channel glyphs", <ChannelGlyph key="h" state="bounced" label="Bounced" />],
  ["temperature", <TemperatureGlyph key="t" bars={2} label="Warm" />],
  [
    "notices",
    <Notice key="n" tone="bad" title="The password was refused" actions={<Button>Retry</Button>} />,
  ],
  ["the why box", <WhyBox key="w" title="Why not now?" answer="Thursday" />],
  ["filter chips", <FilterChip key="fc" field="City" operator="is" value="Lyon" onRemove={() => {}} />],
  ["tags", <Tag key="tg">Laquage</Tag>],
  ["empty states", <EmptyState key="e" title="Nobody yet" actions={<Button>Import</Button>} />],
  ["meters", <Meter key="me" used={40} limit={50} label="Emails today" />],
  ["group rows", <GroupRow key="gr" title="Errors" count={9} tone="warn" />],
  ["avatars", <Avatar key="av" name="Camille Faure" />],
  [
    "segments",
    <SegmentedControl
      key="s"
      label="Theme"
      choices={[{ value: "light", label: "Light" }]}
      value="light"
      onChange={() => {}}
    />,
  ],
  [
    "rivals",
    <RadioCards
      key="rc"
      label="Mode"
      cards={[{ value: "both", label: "Both" }]}
      value="both"
      onChange={() => {}}
    />,
  ],
  [
    "steps",
    <Stepper
      key="st"
      steps={[{ value: "file", label: "File" }]}
      here="file"
      reached="file"
      onStep={() => {}}
    />,
  ],
  ["diffs", <DiffCell key="d" before="Buyer" after="Head of purchasing" />],
  [
    "receipts",
    <Paper key="p" label="Receipt">
      <LeaderLines>
        <LeaderLine label="Emails written" value={121} />
        <LeaderLine part label="sent" value={116} />
      </LeaderLines>
    </Paper>,
  ],
  [
    "timelines",
    <TimelineDay key="tl" day="28 Aug">
      <TimelineEvent
        icon={Plus}
        title={<Change label="Status:" before="Contacted" after="Interested" />}
        time="16:42"
        dateTime="2026-08-28T16:42:00Z"
      >
        <Quote lang="fr">Merci</Quote>
      </TimelineEvent>
    </TimelineDay>,
  ],
];

describe("each piece has no fault of accessibility:", () => {
  it.each(pieces)("%s", async (_, piece) => {
    const { container } = show(<div>{piece}</div>);
    expect(await faults(container)).toEqual([]);
  });
});
