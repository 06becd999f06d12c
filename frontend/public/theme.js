// Before the first paint, so that nobody sees the other theme flash. The choice is a setting of
// this browser and says nothing of a person.
const theme = localStorage.getItem("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
