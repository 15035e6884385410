// The ground of the look is all of the first file, so that its styles stand in the page before those of any piece.
import "./design/styles";

void import("./start");
