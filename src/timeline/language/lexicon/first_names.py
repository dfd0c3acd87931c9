"""Common first names by the pronoun that goes with them; names that go with both are left out."""

from __future__ import annotations

from timeline.language.lexicon.words import words

HE_NAMES = words(
    """Aaron Abdul Abdullah Abraham Adam Adel Adrian Ahmad Ahmed Al Alan Albert Alberto Alejandro Aleksandr Alex
    Alexander Alexei Alfred Ali Allan Allen Alvin Amir Anatoly Anders Andre Andreas Andrei Andrew Andriy Andy
    Angelo Anthony Antonio Antony Arnold Arthur Ashraf Asif Athanasios Barack Barry Bart Bashar Ben Benjamin
    Benny Bernard Bernie Bert Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce
    Bruno Bryan Byron Calvin Carl Carlos Cesar Chad Charles Charlie Chester Chris Christian Christopher Chuck
    Clarence Clark Claude Clay Cliff Clint Clive Colin Conor Corey Cory Craig Curtis Cyril Dale Damian Damon Dan
    Daniel Danny Darren Darryl Dave David Dean Denis Dennis Derek Derrick Devin Dick Diego Dieter Dimitri Dmitry
    Dominic Don Donald Doug Douglas Duncan Dustin Dwight Earl Ed Eddie Edgar Eduardo Edward Edwin Eli Elijah
    Elliott Elon Emmanuel Enrique Eric Erik Ernest Ernesto Ethan Eugene Evan Ferdinand Fernando Fidel Floyd
    Francesco Francis Francisco Francois Frank Franklin Fred Frederick Fuad Gabriel Garrett Gary Gavin Gene
    Geoff Geoffrey George Gerald Gerhard Gerard Gilbert Giorgio Giovanni Giuseppe Glen Glenn Gordon Graham Grant
    Greg Gregory Guillermo Gustavo Guy Hamid Hank Hans Harold Harry Harvey Hassan Hector Helmut Henry Herbert
    Herman Hosni Howard Hugh Hugo Hussein Iain Ian Ibrahim Igor Imran Isaac Ismail Ivan Jack Jacob Jacques Jake
    Jamal James Jan Jared Jason Javier Jay Jean-Claude Jeb Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim
    Jimmy Joachim Joao Joaquin Joe Joel Johan Johann John Johnny Jon Jonathan Jorge Jose José Josef Joseph Josh
    Joshua Juan Juergen Julian Julio Justin Karl Karim Keith Ken Kenneth Kevin Khalid Kofi Konstantin Kurt Kyle
    Lance Larry Lars Laurence Lawrence Leo Leon Leonard Leonid Leroy Lewis Liam Lindsey Lloyd Lorenzo Lou Louis
    Luca Lucas Luis Luke Luiz Lyndon Mahmoud Manuel Marc Marcel Marco Marcus Mario Mark Markus Marshall Martin
    Marvin Mathew Matt Matteo Matthew Maurice Max Maxim Mehmet Mel Melvin Michael Michel Miguel Mike Mikhail
    Milan Milton Mitch Mitt Mohamed Mohammad Mohammed Morris Moses Muhammad Mustafa Nathan Nathaniel Ned Neil
    Nelson Newt Nicholas Nick Nicolas Nicolás Nigel Nikita Nikolai Noah Norman Oleg Oleksandr Oleksiy Oliver
    Omar Orlando Oscar Osama Otto Owen Pablo Patrick Paul Pavel Pavlo Pedro Pete Peter Petro Phil Philip
    Philippe Phillip Pierre Piotr Rafael Rahul Ralph Ramon Rand Randall Randy Raul Ray Raymond Recep Reginald
    Reince Rene Rex Ricardo Rich Richard Rick Rob Robert Roberto Rod Rodney Rodrigo Roger Roland Ron Ronald
    Ronnie Roy Ruben Rudolph Rudy Rupert Russ Russell Ryan Saad Saddam Saeed Salman Salvador Sam Samuel Scott
    Sean Sebastian Serge Sergei Sergey Sergio Seth Shane Shaun Shinzo Sidney Silvio Simon Spencer Stan Stanley
    Stefan Stephen Steve Steven Stewart Stuart Sven Ted Terrence Terry Theodore Thomas Tim Timothy Tito Tobias
    Todd Tom Tommy Tony Travis Trevor Troy Tyler Ulrich Umberto Vernon Victor Viktor Vince Vincent Virgil Vitaly
    Vladimir Volodymyr Wade Wallace Walter Warren Wayne Wesley Wilbur Will Willard William Willie Winston
    Wolfgang Woody Xavier Xi Yasser Yevgeny Yitzhak Yuri Yusuf Zachary Zoran"""
)
SHE_NAMES = words(
    """Abigail Adele Agnes Aisha Alana Alexandra Alice Alicia Alison Alixandria Allison Alyssa Amanda Amber
    Amelia Amy Ana Anastasia Andrea Angela Angelina Anita Ann Anna Anne Annette Annie Antonia April Ariana
    Arlene Audrey Aung Barbara Beatrice Becky Belinda Benazir Bernadette Bertha Beth Betsy Betty Beverly Bianca
    Bonnie Brenda Bridget Brittany Camilla Camille Candace Carla Carly Carmen Carol Caroline Carolyn Carrie
    Cassandra Catherine Cathy Cecilia Celeste Celia Charlene Charlotte Chelsea Cheryl Chloe Christina Christine
    Christy Cindy Claire Clara Clare Claudia Colleen Condoleezza Connie Constance Corazon Courtney Crystal
    Cynthia Daisy Dana Danielle Daniella Dawn Deborah Debbie Debra Delia Denise Diana Diane Dianne Dolores Donna
    Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Eloise Elsa Emilia Emily
    Emma Erica Erin Esther Ethel Eva Evelyn Fatima Faye Felicia Fiona Florence Frances Gabriela Gabrielle Gail
    Georgia Geraldine Gertrude Gina Giorgia Gloria Grace Greta Gretchen Gwen Hanna Hannah Harriet Hazel Heather
    Heidi Helen Helena Hillary Hope Huma Ida Indira Ines Ingrid Irene Irina Iris Isabel Isabella Ivana Ivanka
    Jackie Jacqueline Jane Janet Janice Janine Jasmine Jeanette Jeanne Jen Jenna Jennifer Jenny Jessica Jill Jo
    Joan Joanna Joanne Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie June Justine Kamala Kara
    Karen Karin Karina Kate Katharine Katherine Kathleen Kathryn Kathy Katie Katrina Kay Keiko Kellyanne Kelsey
    Kerry-Anne Kim Kimberly Kirsten Krista Kristen Kristin Kristina Kyla Lara Larissa Latisha Laura Lauren Leila
    Lena Lillian Lily Linda Lisa Liz Lois Loretta Lori Lorraine Louise Lucia Lucille Lucinda Lucy Lydia Lynn
    Mabel Madeleine Maggie Malala Mara Marcela Marcia Margaret Margarita Margot Maria María Marian Marianne
    Marie Marilyn Marina Marine Marjorie Marlene Marsha Martha Mary Maureen Maxine Maya Megan Megyn Melania
    Melanie Melinda Melissa Mercedes Meredith Michele Michelle Mildred Milena Miranda Miriam Molly Mona Monica
    Nadia Nancy Naomi Natalia Natalie Natasha Nicola Nicole Nikki Nina Nora Norma Olga Olivia Paige Pamela
    Patricia Patty Paula Pauline Peggy Penelope Penny Petra Phyllis Polly Priscilla Rachel Ramona Rebecca Regina
    Renee Rhonda Rita Roberta Robin Rosa Rosalind Rose Roseanne Rosemary Roxanne Ruth Sabrina Sally Samantha
    Sandra Sara Sarah Shannon Sharon Sheila Shelley Sherry Shirley Sofia Sonia Sophia Sophie Stacey Stacy Stella
    Stephanie Sue Susan Susanna Susanne Suzanne Svetlana Sylvia Tamara Tammy Tanya Tara Tatiana Teresa Theresa
    Tiffany Tina Tracy Tulsi Ursula Valerie Vanessa Vera Veronica Victoria Viola Violet Virginia Vivian Wanda
    Wendy Whitney Whoopi Wilma Winnie Yolanda Yulia Yvette Yvonne Zoe"""
)
