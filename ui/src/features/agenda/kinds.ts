import {
  Briefcase,
  CalendarDays,
  FileText,
  type LucideIcon,
  Mail,
  MapPin,
  Phone,
  SquareCheck,
  Video,
} from "lucide-react";
import type { AppointmentKind, TaskKind } from "@/data/client";

/** How a task is drawn. */
export const taskIcons: Record<TaskKind, LucideIcon> = {
  call: Phone,
  email: Mail,
  visit: MapPin,
  quote: FileText,
  other: SquareCheck,
};

/** How an appointment is drawn. */
export const appointmentIcons: Record<AppointmentKind, LucideIcon> = {
  meeting: Briefcase,
  video: Video,
  call: Phone,
  visit: MapPin,
  other: CalendarDays,
};
